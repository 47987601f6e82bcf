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
  void keepsTimesTooLongForAnIntBesideShortOnes() {
    long minute = 60_000_000_000L;
    var spans = new SpanColumns();
    for (int i = 0; i < 3_000; i++) {
      if (i % 700 == 5) {
        spans.add(i * minute, i * minute + minute, minute / 4, minute / 2, minute / 8, i, 1);
      } else {
        spans.add(i * minute, i * minute + 9, 1, 2, 3, i, 1);
      }
    }

    for (int i = 0; i < 3_000; i++) {
      boolean isLong = i % 700 == 5;
      assertEquals(i * minute, spans.started(i));
      assertEquals(i * minute + (isLong ? minute : 9), spans.ended(i));
      assertEquals(isLong ? minute / 4 : 1, spans.deserialise(i));
      assertEquals(isLong ? minute / 2 : 2, spans.compute(i));
      assertEquals(isLong ? minute / 8 : 3, spans.serialise(i));
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
