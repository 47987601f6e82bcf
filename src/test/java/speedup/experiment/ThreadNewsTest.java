package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadNewsTest {
  @Test
  void comesOutAsItWentInOnTheClockOfTheReader() {
    var read = new ArrayList<ThreadNews>();
    var messages = new AtomicInteger();
    var writer =
        new ThreadNews.Writer(
            1_000,
            (at, numbers) -> {
              assertEquals(1_000, at);
              messages.incrementAndGet();
              ThreadNews.read(numbers, 5_000, read::add);
            });
    writer.add(new ThreadNews.Began(990));
    writer.add(new ThreadNews.Started(3, 1_000_000, 5, 900));
    for (var i = 0; i < 4_000; i++) {
      writer.add(new ThreadNews.Finished(i, i, 1, 100, 200, 30));
    }
    writer.add(new ThreadNews.Used(2, -1));

    writer.send();
    writer.send();

    assertEquals(4_003, read.size());
    assertEquals(4, messages.get());
    assertEquals(new ThreadNews.Began(4_990), read.get(0));
    assertEquals(new ThreadNews.Started(3, 1_000_000, 5, 4_900), read.get(1));
    assertEquals(new ThreadNews.Finished(7, 7, 1, 4_100, 4_200, 30), read.get(9));
    assertEquals(List.of(new ThreadNews.Used(2, -1)), read.subList(4_002, 4_003));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThrows(IllegalArgumentException.class, () -> ThreadNews.read(new long[] {9}, 0, _ -> {}));
  }
}
