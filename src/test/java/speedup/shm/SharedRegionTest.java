package speedup.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SharedRegionTest {
  private static final int KIND = 77;
  private static final long SIZE = 1_000;

  /** Makes one, says where, and ends as told: of itself, or by being killed. */
  static final class Maker {
    private Maker() {}

    public static void main(String[] args) throws Exception {
      var region = SharedRegion.create(KIND, SIZE);
      System.out.println(region.path() + " " + region.size());
      System.in.read();
    }
  }

  private interface Use {
    void use(Process maker, Path path, long size) throws Exception;
  }

  private static void withMaker(Use use) throws Exception {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Maker.class.getName());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var maker = builder.start();
    try (var out =
        new BufferedReader(new InputStreamReader(maker.getInputStream(), StandardCharsets.UTF_8))) {
      var said = out.readLine().split(" ");
      use.use(maker, Path.of(said[0]), Long.parseLong(said[1]));
    } finally {
      maker.destroyForcibly().waitFor();
    }
  }

  private static void sweep() throws IOException {
    SharedRegion.create(KIND, 1).close();
  }

  @Test
  void isZeroedAndSharedAndGoneWhenItsCreatorClosesIt() throws Exception {
    var made = SharedRegion.create(KIND, SIZE);
    try (var other = SharedRegion.attach(made.path(), made.size(), KIND)) {
      assertEquals(SIZE, other.body().byteSize());
      assertEquals(0, Words.getLong(other.body(), 0));
      Words.setLong(made.body(), 0, 5);
      assertEquals(5, Words.getLong(other.body(), 0));
      assertEquals(0, made.body().address() % 128);
      assertTrue(made.isCreator());
      assertFalse(other.isCreator());
      made.close();
      made.close();
      assertTrue(made.isClosed());
      assertFalse(Files.exists(made.path()));
      assertEquals(5, Words.getLong(other.body(), 0));
      assertThrows(IllegalStateException.class, () -> Words.getLong(made.body(), 0));
      assertThrows(
          NoSuchFileException.class, () -> SharedRegion.attach(made.path(), made.size(), KIND));
    }
  }

  @Test
  void isAttachedToAsWhatItIsOnly() throws Exception {
    try (var made = SharedRegion.create(KIND, SIZE);
        var plain = Region.create(10_000)) {
      var error =
          assertThrows(
              WrongKindException.class,
              () -> SharedRegion.attach(made.path(), made.size(), KIND + 1));
      assertTrue(error.getMessage().contains("of kind 77, not 78"), error.getMessage());
      assertThrows(
          IOException.class, () -> SharedRegion.attach(made.path(), made.size() - 1, KIND));
      assertThrows(WrongKindException.class, () -> SharedRegion.attach(plain.path(), 10_000, KIND));
      assertThrows(IOException.class, () -> SharedRegion.attach(Path.of("/"), 1, KIND));
      assertThrows(
          IOException.class,
          () -> SharedRegion.attach(made.path().resolveSibling("1-2-3-4"), made.size(), KIND));
      plain.unlink();
    }
    assertThrows(IllegalArgumentException.class, () -> SharedRegion.create(KIND, 0));
  }

  @Test
  void goesWithItsCreatorsEnd() throws Exception {
    withMaker((maker, path, size) -> {
      assertTrue(Files.exists(path));
      maker.getOutputStream().close();
      assertTrue(maker.waitFor(20, TimeUnit.SECONDS));
      assertFalse(Files.exists(path));
    });
  }

  @Test
  void outlivesItsKilledCreatorForAsLongAsSomebodyUsesIt() throws Exception {
    withMaker((maker, path, size) -> {
      try (var mine = SharedRegion.attach(path, size, KIND)) {
        assertEquals(ProcessId.NOBODY, mine.deadUser());
        maker.destroyForcibly().waitFor();
        assertEquals(maker.pid(), ProcessId.pid(mine.deadUser()));
        sweep();
        try (var again = SharedRegion.attach(path, size, KIND)) {
          assertTrue(Files.exists(again.path()));
        }
        mine.forget(mine.deadUser());
        assertEquals(ProcessId.NOBODY, mine.deadUser());
      }
      assertFalse(Files.exists(path), "the last one deletes it");
    });
  }

  @Test
  void theNextRegionSweepsAwayWhatTheKilledLeft() throws Exception {
    withMaker((maker, path, size) -> {
      sweep();
      assertTrue(Files.exists(path));
      maker.destroyForcibly().waitFor();
      sweep();
      assertEquals(List.of(), RegionFiles.madeBy(Set.of(maker.pid())));
    });
  }

  @Test
  void waitsForAChangeOfAWord() throws Exception {
    try (var region = SharedRegion.create(KIND, SIZE)) {
      var from = System.nanoTime();
      region.waiting().await(region.body(), 0, 1, Long.MAX_VALUE / 2); // the word is 0
      region.waiting().await(region.body(), 0, 0, 1_000_000);
      assertTrue(System.nanoTime() - from >= 1_000_000);
      assertEquals(0, region.waiting().wake(region.body(), 0, 1));
    }
  }

  @Test
  void tellsProcessesApart() throws Exception {
    var self = ProcessId.self();
    assertTrue(ProcessId.isAlive(self));
    assertEquals(ProcessHandle.current().pid(), ProcessId.pid(self));
    assertEquals(0, self & 1L << 31, "the place of a mark");
    var started = ProcessId.started(self);
    assertEquals(self, ProcessId.of(ProcessId.pid(self), started));
    assertFalse(ProcessId.isAlive(ProcessId.of(ProcessId.pid(self), started + 1)));
    assertFalse(ProcessId.isAlive(ProcessId.of(ProcessId.pid(self), started + (1L << 20))));
    assertFalse(ProcessId.isAlive(ProcessId.NOBODY));
    assertThrows(IllegalStateException.class, () -> ProcessId.of(1L << 30, 0));
  }
}
