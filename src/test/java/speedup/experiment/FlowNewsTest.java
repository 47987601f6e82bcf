package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedup.experiment.FlowNews.Blocked;
import speedup.experiment.FlowNews.Worked;

class FlowNewsTest {
  private static final long MILLI = 1_000_000;

  private final List<Long> sentAt = new ArrayList<>();
  private final List<FlowNews> read = new ArrayList<>();

  /** The reader's clock is a second ahead. */
  private final FlowNews.Writer writer =
      new FlowNews.Writer(
          (at, numbers) -> {
            sentAt.add(at);
            FlowNews.read(numbers, at + 1_000 * MILLI, read::add);
          },
          0);

  @Test
  void crossWithTimesOfTheReadersClock() {
    writer.worked(7, 100, 10 * MILLI, 20 * MILLI);
    writer.blocked(20 * MILLI, 29 * MILLI);
    writer.send(30 * MILLI);
    writer.send(31 * MILLI);

    assertEquals(
        List.of(
            new Worked(7, 100, 1_010 * MILLI, 1_020 * MILLI),
            new Blocked(1_020 * MILLI, 1_029 * MILLI)),
        read);
    assertEquals(1, sentAt.size());
  }

  @Test
  void areGatheredUntilSomeTimeHasPassed() {
    for (var batch = 0; batch < 100; batch++) {
      writer.worked(batch, 1, batch * MILLI, (batch + 1) * MILLI);
      writer.look((batch + 1) * MILLI);
    }

    assertEquals(2, sentAt.size());
    assertEquals(100, read.size());
  }

  @Test
  void areSentEarlierWhereThereAreMany() {
    for (var batch = 0; batch < 100_000; batch++) {
      writer.worked(batch, 1, batch, batch + 1);
    }
    writer.send(MILLI);

    assertEquals(100_000, read.size());
    assertTrue(sentAt.size() < 200, sentAt.size() + " messages");
    assertEquals(
        new Worked(99_999, 1, 1_000 * MILLI + 99_999, 1_000 * MILLI + 100_000), read.getLast());
  }

  @Test
  void ofAnUnknownKindAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> FlowNews.read(new long[] {9}, 0, read::add));
  }
}
