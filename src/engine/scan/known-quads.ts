// How often quads of keywords stand in source text, where their triples tell it badly: `valu` is half a word, and three of its letters
// are a part of many.

/**
 * Measured once over 102 MB of thirty languages, for the quads of the catalogue's keywords: those that are common, or would be by their
 * triples, and of which one count is twice the other. Folded as the prefilter folds them, and counted where it takes them for each
 * other; the first line is 2^-9, each further one half of the one ahead of it. Only speed depends on it.
 */
const quadsByFrequency = [
  'name',
  ' to fileing ion ommeringtest',
  ' and str useableand asseaultbz bcallclasconfcontcripdataefinersifineformfromh_kehttpine jectlanglasslinelistmmmmng=bocomparapathport' +
    'riptrrorrsioscrisertstattexttimetruevaluverswith',
  ' ==  des fal key on  or  pub sta tesalidanceangearamarsease ass=atchate atorbackbaseblicblocbuilcasecaticeptcesscharcheccouncreactor' +
    'd ind todefadinge iseateefauencoeraternaespofalsfaulheckhtmlicatifieightindeinfoinstiptiitemith llowloadlocalockmplendennfignonensta' +
    'ntryointonteopenoperountourcparspendpoinpresprocpublquesquirreatrespresus toservsingsourspecsponstantabltatitingtreatterubliuesturce' +
    'valivariviceworkwritypezz st',
  ' a=  acc reg rep run spe sub tim tra= fa_api_con_dut_key_par_sta_veraaaaacceage allyamplandlapplarchargoariaata ate_aticatusautobili' +
    'binabncocardcargccescenscertchemcketcleacliecloucrypcurrd bydebudeledencdepeditidocueachebugegiselemenciend enseensienteepenere eren' +
    'ermiert ert_erveerviest_estiestretteevelevenexamexecez sficafiedfielfierfigufreeg =>gistgithgooggraph_tohashhelphemaher herehostiabl' +
    'icenidenieldificilitindiing_inghingsion_ionhirecisteithuity key_leanlectlemelienlinglinklityloseloudm_kemakemarkmetametemustn senal ' +
    'ncodndexnectnitinnecntaintenntexocatocumogleograompaompronalone ooglore ositospaoutppasspensperapez platplicponsposippliprefprinproj' +
    'protqualransraphratoreakrecoreferegiremorencreplreporeseriabrocerootrotorrenrustrvicryptsl pspacssagssiossl_stacstemstinstort tot_an' +
    't_ketacktal tarttatutemptermth tthenthubtialticatifitorytractranuffeuildult ure uresurreutpuwarnwindwordxampysca',
  ' === api mmi pas uni uns=== _dec_fac_pat_pri_tes_tim_tkn_traabilaccoagenailsainsaiseal calarand_anguanneannoansfapi api_apieappiards' +
    'aredasicatematenaterbindble_branbtypcannccoucheschincho ciphclusconvcordcorecribcroscustdatidditdecldecodeogderndiffe sue_coe_reearc' +
    'echoect_ecuredeneigheleaelecen  enabenssenvieogreplaeralerifesenestaesthestmestnetheettietwoeverexitext_flowfollframfterfullgategger' +
    'gnalgnedgnorguaghconhellhifthoriiantideoify igitimaginating=inininliinvaion=ionmipheistiitalithmitoritteivatizatjfrol pal_aplacelast' +
    'lbacle blearlidallballecllerlookmagemanamedimergmputn_kenaryndarneednentnetwnewhnfornguanlinnorenotinownnsennsslntedntegntifntriocke' +
    'ocolode_odemodifolleolloolveomatompoompuonelonveool otocpenapherpingpipeplacplitpolyprevprivproxpushpzoorecarelarestretrrevirfacriva' +
    'rollrom_rtifsafescopsearsecrsecusendsforsharshifsiblsidesitiskipsoftsolvsplastomstrasubssys_systt_int_retanttasktchetem tereteritic ' +
    'tkn_tocotooltraitreetrixttinuageualhuencult_umerupleuraturl usteustouthovatevaulveryviewvisiwitcyptoystezatizero',
  ' aes eng ign mm  vau_acc_app_aut_blo_clo_dum_enc_inv_log_map_no__rep_sec_ser_sub_tok_witabasadmeagaiage_algoamazapacapisapitasesash_' +
    'ata_athsattaaudiazonbappbasibegibflabgetblinbuckc tecalacapecastchaichercialcircckercookculacurid_apd_cod_lidecrdelidetedevidigedigi' +
    'discdlindoubdumpdynae bie kee_dee_kee_mae_pae_steadmeck_eckoed pedireedeelloelogelopelp_emoten<oencyentoerdeereserivernserseervaerwi' +
    'etrietryewayexclextoeys fastfectfetcfficfigngaingclogentghtsgnathargheethenthighhivehkeyhooki_keialhicitickeicomicseiextify_igesinar' +
    'inehinerintfintrinvoioncioneiontiscoith_ive_izerker ket keyhkeynkoutl kel_del_kelentlibslic_lighlishllelloopluenlumnlustlwaymazomean' +
    'memcmerimfilminimithmkeymlismockmostmotemvernal_natuncrynd bndorne tnew_nfinnintnkeynmapnninnregnrepnsidnsumnt_tntesntlyntreo toobin' +
    'ockiodecodehoderoducokieolumonceonmsookioolsopicoragorizossiostrotaloticotifoud oudsoutlp_tepaddpairpeerperspha_plaiplexploaplugpppn' +
    'prodputsrapprbosre prejeret riberifyritiroduror_roxyrsehrt arterrubyrvalrwiss_resejjsernsheesiveslzzsnapsonaspatsslzsswostdostepstic' +
    'strysubmsupet_not_prtabatabiteleterrthemtifytopitotatrattrestrigtripuckeuctiudioularultmunixunteuperuploure_uritursoustmuterutheutin' +
    'veloweigwisexpanyingzconzpar',
  ' ana fac vis=fal>con_and_cli_dig_in__non_pub_reg_run_speachaalinammaandeanuaapinardiarroarsiartearuvasehashiastrateaatecatheaverayst' +
    'azurbernbinobkeyboarbosebrevbrowbscrbserbuttc_stcalicaptceedchrockouckupcloccorpd_ind_prdeskdifydkeydmine fae_cae_die_treal earnedat' +
    'ederedinedisekeyemetemodempoenclendlens ensteocoer_ieraberceerflerimerlyermaersoerstesktesncet_aetecetesetraextsf tofallfernflicgetr' +
    'gginghtlgmodgrepguarharuhernhershmachronifacifyhiggeigraindlinfiingointaiondivebjj <k_fokennkenzketnkeymkncoktopl_col_palacklapilash' +
    'le_cle_pleadlendlncolob lognlverm>com_tomademagimapimatemavemensmintmitommodmon mposmtesmtimmtran_senalnnalynapsncalnclanclind_lndec' +
    'ndelndesnersnimanininithnitynoffnoncnrunnspantarnvokoardocknocspoiceolocolononcaoninooksoreooresostnotecotedouseoutnpernplusppleptim' +
    'quarr_seradirampre oredmrendreshret_reteretsriggrimarizernserompronorossrownrrowrstartraruncs_ans_kes_sescresersseteshotshutsktosl_p' +
    'solasparsporsql squastmtsualt_artalotasttchatedetegrtem_tematemmterctervtevatheithostic_ticstifatkeytodotor_tormtramtrunttimttrutwee' +
    'uarduareubscunifunt_untrveraverhwellyoutyperyptizonezure',
  ' art isaailjakenalicameraninanitar maresaserasetastaatagatatatevbaccbleabmatcalsclicclincparctesderadesndo tdockdreaeareeathebinecal' +
    'ecliectuefacemonempaemsiemstenodenvaereaernoerraeshaesigessmesstetaletanficefighfireforggersharthouricheiendikeyilemimetindsinexingt' +
    'iperiregiserl aplatolicolisemantmartmempmengmenimmacmmapmmermusenclenesnnet npubnscrnstnnstontnantruntstockaodeaokerokeyonedonetonit' +
    'onscorecormipactplerpto rd tre lrensretaretnrmaprsecrtesrunisellserbsermsmansmatstagstasstoktagetalitangtdefterttfintiletinitsigturi' +
    'uentuntnuntsuth valsvermystr',
  ' taiaddladocaindalisalsiam aaperapilarmaartyatimbentcle donsdontebloecheelasemarenspentfescoesubetokfal genghsechundidecinchipatitea' +
    'ithalanalantlemolexpmblememamistmodomonsmpannandnetenewrnteaolisonsporgeorroosigotiootokparkpencperbpestpintpledplinpoptpticrapircom' +
    'reclrefarempremsretmretornotrockrselserhsighsindsocastaktarytemothuntiertnottodeulleureauseiustautte',
  'acepadesalibampaamstanclangsappoatadbileblowcashcautchatclencomacoutctopeameelaneraperipessuflashuntieseimpainecireplagelanylesclich' +
    'linclletlusemarenangnethniceoiniookeordaouncpspaptivreerrinirocororarsigscatseckserfssectpactrilttreunceuretwineyounysco',
  ' rapalieambebolebot caccceplclayconaconeconoctifctokdeckdessdomperaiflarfluefolihecthemoherahesshropiingilicilloinicittrlethlocemort' +
    'natanavenctnnedentecocanoditosiootorpangparrplaspontpptipubnrecrreptrgurrmairramshodstaxsuletabotrittursucheusigutokvicawiliyscr',
];

/** By a quad's number: how often it is halved, and one more; 0 for quads that are told well by their triples. */
export function readKnownQuads(): Uint8Array {
  const known = new Uint8Array(1 << 20);
  for (let line = 0; line < quadsByFrequency.length; line++) {
    const quads = quadsByFrequency[line] ?? '';
    // By index: nothing is compiled yet, and an iterator costs more than the work.
    for (let at = 0; at < quads.length; at += 4) {
      known[numberOf(quads.charCodeAt(at), quads.charCodeAt(at + 1), quads.charCodeAt(at + 2), quads.charCodeAt(at + 3))] =
        halvedFirst + line + 1;
    }
  }
  return known;
}

const halvedFirst = 9;

/** Of four characters, folded. */
export function numberOf(first: number, second: number, third: number, fourth: number): number {
  return (first & 0x1f) | ((second & 0x1f) << 5) | ((third & 0x1f) << 10) | ((fourth & 0x1f) << 15);
}
