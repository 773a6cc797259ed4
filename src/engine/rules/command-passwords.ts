// Passwords on command lines that only the command's own options give away: `mysql -p…`, `sshpass -p …`, `curl -udeploy:…`.

import type { MatchContext, Rule, Verdict } from './rule.ts';

/** The rest of a command up to an option: continued lines are part of it, the next command is not. */
const rest = '(?:[^\\n\\\\|;]|\\\\[^|;]){0,240}?(?:[ \\t]|(?<=\\\\\\r?\\n))';

/** Commands with the option that carries a password, up to the password. The pages of each are its manual's. */
const options: readonly string[] = [
  // https://dev.mysql.com/doc/refman/en/connecting.html: no space between `-p` and the password.
  `(?:mysql(?:dump|admin|import|check|show|slap|pump|sh)?|mariadb(?:-dump|-admin|-import|-check|-show)?)(?:\\.exe)?${rest}-p(?=[^\\s-])`,
  `(?:mysql|mariadb)[\\w-]{0,8}(?:\\.exe)?${rest}--password=`,
  `sshpass[ \\t](?:-[vhe][ \\t]){0,2}-p[ \\t]{0,4}`,
  `redis-cli${rest}(?:-a|--pass)[ \\t]{1,4}`,
  `(?:docker|podman|buildah|nerdctl|skopeo|oras|helm registry|crane auth)[ \\t]login${rest}-p[ =]{0,3}`,
  `az (?:login|sql|mysql|postgres|synapse|mariadb)${rest}-p[ =]{1,3}`,
  `ldap(?:search|add|modify|delete|passwd|whoami|compare)${rest}-w[ \\t]{0,4}`,
  `(?:sqlcmd|osql|bcp)(?:\\.exe)?${rest}-P[ \\t]{0,4}`,
  `mongo(?:sh|dump|restore|export|import)?${rest}-p[ =]{1,3}`,
  `openssl${rest}-pass(?:in|out)?[ \\t]{1,4}["']?pass:`,
  `curl(?:\\.exe)?${rest}-[a-zA-Z]{0,6}u(?=["'\\w])["']?[\\w.@+-]{1,60}:`,
  `(?:smbclient|rpcclient|smbget|net)${rest}-U[ \\t]{0,4}["']?[\\w.@+\\\\/-]{1,60}%`,
  // https://httpd.apache.org/docs/2.4/programs/htpasswd.html: the password is an argument with `-b` only.
  `htpasswd[ \\t](?=-[\\w -]{0,24}b)-[\\w -]{1,24}[ \\t](?:[^\\s-][^\\s"']{0,120}[ \\t])?[\\w.@-]{1,60}[ \\t]{1,4}`,
  `wpa_passphrase[ \\t](?:"[^"\\n]{1,40}"|'[^'\\n]{1,40}'|[^\\s"']{1,40})[ \\t]{1,4}`,
  // https://cassandra.apache.org/doc/latest/cassandra/managing/tools/cqlsh.html, https://twine.readthedocs.io/en/stable/
  `(?:cqlsh|twine upload)${rest}-p[ \\t]{1,4}`,
  // https://cli.github.com/manual/gh_secret_set, https://fly.io/docs/flyctl/secrets-set/, https://docs.travis-ci.com/user/encryption-keys/
  `gh secret set${rest}(?:-b(?=["'])|(?:-b|--body)[ =]{1,3})`,
  `(?:flyctl|fly) secrets set (?:[^\\n\\\\|;]{0,120}[ \\t])?["']?\\w{1,60}=`,
  `travis encrypt (?:[^\\n\\\\|;]{0,120}[ \\t])?["']?\\w{1,60}=`,
  `net use${rest}/user:[^\\s"']{1,80}[ \\t]{1,4}`,
  // https://learn.microsoft.com/sysinternals/downloads/psexec
  `(?:[Pp]s[Ee]xec|PSEXEC|PsExec)(?:64)?(?:\\.(?:exe|EXE))?${rest}-p[ \\t]{1,4}`,
  // https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands: a cmdlet's argument
  // without quotes is text, variables have their sign.
  `[Cc]onnect-[A-Za-z]{2,30}${rest}-[Pp]assword[ \\t]{1,4}(?![$(@])`,
  // https://learn.microsoft.com/windows-server/administration/windows-commands/net-user: the password is the argument behind the user,
  // and behind the share in `net use`.
  `net(?:\\.exe)?[ \\t]use[ \\t][^\\n/]{3,120}[ \\t](?=[^\\s/-][^\\s]{3,120}[ \\t]{1,4}/user:)`,
  `net(?:\\.exe)?[ \\t]user[ \\t]["']?[\\w.-]{1,40}["']?[ \\t]{1,4}(?=[^\\s/]{4,120}[ \\t]{1,4}/(?:add|y|expires|active|domain|passwordchg))`,
  // https://learn.microsoft.com/windows-server/administration/windows-commands/schtasks-create
  `schtasks(?:\\.exe)?${rest}/rp[ \\t]{1,4}`,
  // https://the.earth.li/~sgtatham/putty/latest/htmldoc/Chapter3.html
  `(?:plink|pscp|psftp|putty)(?:\\.exe)?${rest}-pw[ \\t]{1,4}`,
  // https://lftp.yar.ru/lftp-man.html: user and password share an option.
  `lftp${rest}(?:-u|--user)[ =]{1,3}["']?[\\w.@-]{1,60},`,
  // https://linux.die.net/man/1/zip, https://7-zip.org: no space behind the option of 7z.
  `(?:zip|unzip)${rest}-P[ \\t]{1,4}`,
  `7z[arz]?(?:\\.exe)?${rest}-p(?=[^\\s-])`,
  // https://docs.openssl.org/master/man1/openssl-enc/
  `openssl enc${rest}-(?:k|pass pass:)[ \\t]{0,4}`,
  // https://www.rabbitmq.com/docs/man/rabbitmqctl.8
  `rabbitmqctl${rest}(?:add_user|change_password)[ \\t]{1,4}["']?[\\w.-]{1,60}["']?[ \\t]{1,4}`,
  // https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html
  `(?:keytool|jarsigner|apksigner)${rest}-(?:key|store|dest(?:key|store)|src(?:key|store)|new)pass[ \\t]{1,4}(?:pass:)?`,
  `sqlplus[ \\t](?:-[\\w -]{1,24}[ \\t])?["']?[\\w.$-]{1,60}/`,
  // https://docs.oracle.com/en/database/oracle/oracle-database/23/sutil/
  `(?:impdp|expdp|sqlldr)[ \\t](?:userid=)?["']?[\\w.$-]{1,60}/`,
  // https://linux.die.net/man/1/ipmitool, https://www.freetds.org/userguide/usefreetds.html
  `(?:ipmitool|isql|tsql|bsqldb)${rest}-P[ =]{0,3}`,
  // https://github.com/FreeRDP/FreeRDP/wiki/CommandLineInterface, https://linux.die.net/man/1/rdesktop
  `[xw]l?freerdp\\d?${rest}/p:`,
  `rdesktop${rest}-p[ \\t]{1,4}(?!-[ \\t])`,
  // https://linux.die.net/man/1/gpg
  `gpg2?${rest}--passphrase[ =]{1,3}`,
  // https://networkmanager.dev/docs/api/latest/nmcli.html
  `nmcli${rest}(?:wifi connect[^\\n|;]{1,80}[ \\t]password|wifi-sec\\.psk)[ \\t]{1,4}`,
  // https://dev.mysql.com/doc/refman/en/mysqladmin.html
  `(?:mysql|mariadb-)admin${rest}password[ \\t]{1,4}(?!-)`,
  // https://redis.io/docs/latest/operate/oss_and_stack/management/security/
  `redis-server${rest}--requirepass[ \\t]{1,4}`,
  // https://svnbook.red-bean.com/en/1.7/svn.ref.svn.html, https://www.mongodb.com/docs/mongodb-shell/reference/options/,
  // https://docs.ansible.com/ansible/latest/inventory_guide/connection_details.html
  `(?:svn|mongo(?:sh|dump|restore|export|import)?)${rest}--password[ =]{1,3}`,
  `ansible(?:-playbook)?${rest}ansible_(?:ssh_|become_)?pass(?:word)?=`,
  // https://learn.microsoft.com/windows-server/administration/windows-commands/: cmdkey, netdom, wmic, runas
  `(?:cmdkey|netdom|wmic|djoin|nltest|tsdiscon|winrs)(?:\\.exe)?${rest}[/-](?:pass(?:word[do]?)?|p):`,
  `sc(?:\\.exe)?[ \\t](?:\\\\\\\\\\S{1,60}[ \\t])?(?:config|create)[ \\t][^\\n|;]{1,200}[ \\t]password=[ \\t]?`,
  `reg(?:\\.exe)?[ \\t]add${rest}/v[ \\t]{1,4}["']?\\w{0,40}[Pp]ass(?:word)?["']?[ \\t](?:/t[ \\t]\\w{1,16}[ \\t])?/d[ \\t]{1,4}`,
  `[Ss]et-[Ii]tem[Pp]roperty${rest}-[Nn]ame[ \\t]{1,4}["']?\\w{0,24}[Pp]ass(?:word)?["']?[ \\t]{1,4}(?:-[Tt]ype[ \\t]\\w{1,12}[ \\t])?-[Vv]alue[ \\t]{1,4}`,
  `certutil(?:\\.exe)?${rest}-p[ \\t]{1,4}`,
  `signtool(?:\\.exe)?${rest}/p[ \\t]{1,4}`,
  // https://net-snmp.sourceforge.io/docs/man/snmpcmd.html, https://www.monitoring-plugins.org/doc/man/check_snmp.html
  `(?:snmp(?:b?u?l?k?walk|get(?:next)?|bulkget|set|table|status|df|test)|check_snmp\\w{0,24})${rest}-[cCAX][ \\t]{1,4}`,
  `check_(?:mysql|pgsql|nt|oracle|mssql|ldap|imap|pop|ftp|sql)\\w{0,24}${rest}-(?:p|s|P|w)[ \\t]{1,4}(?![\\d$])`,
  `check_http\\w{0,10}${rest}-[ab][ \\t]{1,4}["']?[\\w.@-]{1,60}:`,
  // https://mosquitto.org/man/mosquitto_pub-1.html, https://mosquitto.org/man/mosquitto_passwd-1.html
  `mosquitto_(?:pub|sub|rr)${rest}-P[ \\t]{1,4}`,
  `mosquitto_passwd[ \\t](?:-\\w[ \\t]){0,2}-b[ \\t]\\S{1,120}[ \\t][\\w.@-]{1,60}[ \\t]{1,4}`,
  // https://docs.oracle.com/en/database/oracle/oracle-database/23/dbseg/
  `mkstore${rest}-createCredential[ \\t]\\S{1,80}[ \\t]\\S{1,60}[ \\t]{1,4}`,
  // https://learn.microsoft.com/aspnet/core/security/app-secrets, https://docs.npmjs.com/cli/commands/npm-config
  `dotnet user-secrets set[ \\t]{1,4}["']?[\\w:.-]{1,80}["']?[ \\t]{1,4}`,
  `npm config set[ \\t]{1,4}["']?[\\w./:@-]{0,100}_(?:authToken|auth|password)[ =]{1,3}`,
  // https://docs.openssl.org/master/man1/openssl-passwd/, https://linux.die.net/man/8/iscsiadm
  `openssl passwd[ \\t](?:-[\\w -]{1,24}[ \\t])?(?=[^\\s-])`,
  // https://www.jenkins.io/doc/book/managing/cli/, https://etcd.io/docs/v3.5/op-guide/authentication/rbac/
  `(?:jenkins-cli\\.jar|etcdctl)${rest}(?:-auth|--user)[ =]{1,3}["']?[\\w.@-]{1,60}:`,
  `iscsiadm${rest}-n[ \\t]{1,4}[\\w.]{1,60}password(?:_in)?[ \\t]{1,4}-v[ \\t]{1,4}`,
  // https://www.squid-cache.org/Versions/v6/manuals/basic_ldap_auth.html
  `(?:basic_ldap_auth|squid_ldap_(?:auth|group)|ext_ldap_group_acl)${rest}-w[ \\t]{1,4}`,
  // A here-string for a command that reads a password.
  `(?:kinit|cryptsetup|openconnect|smbpasswd|passwd)[ \\t][^\\n|;<]{0,120}<<<[ \\t]{0,2}`,
  `orapki${rest}-pwd[ \\t]{1,4}`,
  `rman[ \\t](?:target|catalog|auxiliary)[ \\t=]{1,3}["']?[\\w.$-]{1,60}/`,
  // https://docs.wildfly.org/33/Admin_Guide.html#add-user-utility, https://docs.redhat.com/en/documentation/openshift_container_platform/
  `(?:add-user\\.(?:sh|bat)|\\boc login|\\bcf login|racadm|winexe|ncftp(?:put|get)|vmware-cmd|openconnect)${rest}-p[ \\t]{1,4}`,
  // https://www.keycloak.org/docs/latest/server_admin/#the-admin-cli, https://min.io/docs/minio/linux/reference/minio-mc/mc-alias-set.html
  `mc[ \\t](?:alias[ \\t]set|config[ \\t]host[ \\t]add)[ \\t]\\S{1,40}[ \\t]https?://\\S{1,120}[ \\t]\\S{1,60}[ \\t]{1,4}`,
  // https://httpie.io/docs/cli/basic-auth
  `https?${rest}-a[ \\t]{1,4}["']?[\\w.@-]{1,60}:`,
  // https://wiki.freeradius.org/guide/radtest: user, password, server, port of the server.
  `radtest[ \\t](?:-[\\w -]{1,24}[ \\t])?[^\\s-]\\S{0,60}[ \\t]{1,4}(?=\\S{4,120}[ \\t]{1,4}[\\w.:$-]{1,60}[ \\t]{1,4}[\\d$])`,
  // A password piped into a command that reads it.
  `(?:echo|printf)[ \\t](?:-\\w{1,3}[ \\t])?["']?[\\w.-]{1,40}:(?=[^\\n|]{3,120}\\|[ \\t]{0,4}(?:sudo[ \\t])?(?:/usr/sbin/)?chpasswd)`,
  `(?:echo|printf)[ \\t](?:-\\w{1,3}[ \\t])?(?=[^\\n|]{3,120}\\|[ \\t]{0,4}(?:sudo[ \\t][^\\n|;]{0,24}?-\\w{0,6}S|(?:sudo[ \\t])?(?:kinit|cryptsetup|smbpasswd[^\\n|;]{0,20}-s|openconnect)[ \\t]|(?:sudo[ \\t])?passwd[ \\t][^\\n|;]{0,20}--stdin|(?:docker|podman|helm registry)[ \\t]login[^\\n|;]{0,120}--password-stdin))`,
];

export const commandRules: readonly Rule[] = [
  {
    id: 'command-password',
    title: 'Password on a command line',
    provider: 'generic',
    kind: 'password',
    keywords: [
      ...[
        'mysql',
        'mariadb',
        'sshpass',
        'redis-cli',
        ' login',
        'az login',
        'az sql',
        'az mysql',
        'az postgres',
        'az synapse',
        'az mariadb',
        'ldap',
        'sqlcmd',
        'osql',
        'bcp ',
        'mongo',
        'openssl',
      ],
      ...['net.exe', 'net user', 'schtasks', 'plink', 'pscp', 'psftp', 'putty', 'lftp ', 'zip -', '7z a', '7z x', '7za ', '7z.exe'],
      ...['rabbitmqctl', 'keytool ', 'jarsigner ', 'apksigner '],
      ...['impdp', 'expdp', 'sqlldr', 'ipmitool', 'isql ', 'tsql ', 'bsqldb', 'freerdp', 'rdesktop', 'gpg ', 'gpg2 ', 'nmcli'],
      ...[
        'redis-server',
        'svn ',
        'ansible',
        'curl',
        'smbclient',
        'rpcclient',
        'smbget',
        'psexec',
        'connect-',
        'htpasswd',
        'wpa_passphrase',
        'cqlsh ',
        'twine upload',
        'gh secret set',
        'fly secrets set',
        'flyctl secrets',
        'travis encrypt',
        'net use',
        'sqlplus',
        'echo ',
        'printf ',
      ],
      ...[
        'cmdkey',
        'netdom',
        'wmic',
        'winrs',
        'sc config',
        'sc create',
        'sc.exe',
        'reg add',
        'reg.exe',
        'certutil',
        'signtool',
        'set-itemproperty',
      ],
      ...['snmp', 'check_', 'mosquitto_', 'mkstore', 'orapki', 'rman ', 'add-user.', 'oc login', 'cf login', 'racadm', 'winexe', 'ncftp'],
      ...[
        'mc alias set',
        'mc config host',
        'http -',
        'https -',
        'radtest ',
        'openconnect ',
        'dotnet user-secrets',
        'npm config set',
        'iscsiadm ',
        'jenkins-cli.jar',
        'etcdctl ',
        'squid_ldap',
        'ldap_group_acl',
        'kinit ',
        'cryptsetup ',
        'smbpasswd ',
        'passwd ',
      ],
    ],
    before: 14,
    pattern: new RegExp(
      `(?:(?<![\\w/.@:-])|(?<=(?:\\$USER\\d{1,2}\\$|bin|plugins|squid|bin\\\\)[/\\\\]))(?:${options.join('|')})["']?(?<secret>[^\\s"'\`|;<>@\\\\]{4,120})(?=["'\`]?(?:[\\s|;)\\\\@]|$)|["']\\|)`,
      'd',
    ),
    // The option says what its value is: a word is one, too.
    confidence: 'certain',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'words', 'test-path'],
    check: readCommand,
    source: 'https://cwe.mitre.org/data/definitions/214.html',
  },
];

/** An option's neighbour that is no password: another option, a redirection, ports (`-p 8080:80`), or what people type in prose. */
function readCommand({ secret }: MatchContext): Verdict | undefined {
  if (/^(?:-|&|\d{1,5}(?::\d{1,5}){0,2}$|(?:public|private)$)/.test(secret)) return undefined;
  return { confidence: 'certain', facts: ['anyone who lists processes can read it'] };
}
