import assert from 'node:assert/strict';
import { EditList, editsLeft } from '../../../../src/engine/fixes/edit-list.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

const edit = (start: number, end: number, newText = 'x') => ({ span: { start, end }, newText });

describe('EditList', () => {
  it('keeps edits in the order of their places', () => {
    const list = new EditList();
    for (const start of [8, 2, 5]) assert.ok(list.add([edit(start, start + 2)]));
    assert.deepEqual(
      list.edits.map(({ span }) => span.start),
      [2, 5, 8],
    );
  });

  it('takes all edits of a place or none', () => {
    const list = new EditList();
    assert.ok(list.add([edit(4, 6)]));
    assert.ok(!list.add([edit(0, 1), edit(5, 9)]));
    assert.deepEqual(list.edits, [edit(4, 6)]);
  });

  it('takes the same edit once, and an insertion before a replacement', () => {
    const list = new EditList();
    assert.ok(list.add([edit(4, 6)]) && list.add([edit(4, 6), edit(4, 4)]));
    assert.deepEqual(list.edits, [edit(4, 4), edit(4, 6)]);
    assert.ok(!list.add([edit(4, 4, 'y')]));
  });

  it('finds whatever is in the way, however many edits there are', () => {
    const random = seededRandom('edits', 5);
    const list = new EditList();
    const taken: { readonly start: number; readonly end: number }[] = [];
    for (let round = 0; round < 2000; round++) {
      const start = random.below(3000);
      const span = { start, end: start + 1 + random.below(4) };
      const isFree = taken.every(other => other.end <= span.start || span.end <= other.start);
      assert.equal(list.add([edit(span.start, span.end, `${round}`)]), isFree);
      if (isFree) taken.push(span);
    }
  });
});

it('the edits that are left are those that others do not make as well', () => {
  const edits = [edit(0, 0, 'mod a;'), edit(4, 6), edit(9, 9, 'b')];
  assert.deepEqual(editsLeft(edits, [edit(0, 0, 'mod a;'), edit(4, 7), edit(9, 9, 'c')]), [edit(4, 6), edit(9, 9, 'b')]);
});
