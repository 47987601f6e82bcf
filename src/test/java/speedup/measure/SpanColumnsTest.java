package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpanColumnsTest {
  @Test
  void keepsEveryColumnAcrossBlocks() {
    var spans = new SpanColumns();
    for (int i = 0; i < 5_000; i++) {
      spans.add(10L * i, 10L * i + 9, 1, 2, 3, i, i % 7);
    }

    assertEquals(5_000, spans.size());
    for (int i = 0; i < 5_000; i++) {
      assertEquals(10L * i, spans.started(i));
      assertEquals(10L * i + 9, spans.ended(i));
      assertEquals(6, spans.deserialise(i) + spans.compute(i) + spans.serialise(i));
      assertEquals(i, spans.chunk(i));
      assertEquals(i % 7, spans.items(i));
      assertTrue(spans.finished(i));
    }
  }

  @Test
  void marksWhatDidNotFinishAndCountsItsTimeAsCompute() {
    var spans = new SpanColumns();
    spans.addUnfinished(100, 140, 3, 8);

    assertFalse(spans.finished(0));
    assertEquals(1, spans.unfinishedCount());
    assertEquals(40, spans.compute(0));
    assertEquals(0, spans.deserialise(0) + spans.serialise(0));
  }

  @Test
  void refusesAnIndexWithinTheBlockButBehindTheEnd() {
    var spans = new SpanColumns();
    spans.add(1, 2, 0, 1, 0, 0, 1);

    assertThrows(IndexOutOfBoundsException.class, () -> spans.started(1));
    assertThrows(IndexOutOfBoundsException.class, () -> spans.started(-1));
  }
}
