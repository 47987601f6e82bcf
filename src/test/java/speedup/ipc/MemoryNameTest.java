package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.Kills;
import speedup.pool.ProcessPool;
import speedup.shm.RegionFiles;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/** Several processes and one name: who gets it, and what is left of the killed. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class MemoryNameTest {
  private static final int ROUNDS = 300;
  private static final int MANY_ROUNDS = 10_000;
  private static final long MEETING_NANOS = 20_000_000_000L;
  private static final List<Integer> BOTH = List.of(0, 1);

  /** In this process; others have to be told. */
  private static final String NAME = "race-" + ProcessHandle.current().pid();

  /** A process that no pool has started: makes or attaches, says so, and ends as told. */
  static final class Stranger {
    private Stranger() {}

    public static void main(String[] args) throws Exception {
      var memory =
          "create".equals(args[0])
              ? SharedMemory.create(args[1], 64)
              : SharedMemory.attach(args[1]);
      System.out.println(Words.getLong(memory.memory(), 0));
      Words.setLong(memory.memory(), 0, 8);
      System.in.read();
    }
  }

  private static Process stranger(String what, String name) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Stranger.class.getName(),
            what,
            name);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder.start();
  }

  private static long said(Process stranger) throws IOException {
    return Long.parseLong(
        new BufferedReader(new InputStreamReader(stranger.getInputStream(), StandardCharsets.UTF_8))
            .readLine());
  }

  private static Path link(SharedMemory memory) throws IOException {
    var file = memory.region().path();
    try (var all = Files.list(file.getParent())) {
      return all.filter(path -> path.getFileName().toString().endsWith("-" + memory.name()))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aProcessThatIsNoWorkerAttachesAndItsEndTakesNothingAway() throws Exception {
    try (var memory = SharedMemory.create(NAME + "s", 64)) {
      Words.setLong(memory.memory(), 0, 3);
      var other = stranger("attach", memory.name());
      assertEquals(3, said(other));
      other.getOutputStream().close();
      assertTrue(other.waitFor(20, TimeUnit.SECONDS));
      assertEquals(8, Words.getLong(memory.memory(), 0));
      assertEquals(memory.region().path(), SharedRegion.find(memory.name()));
    }
  }

  @Test
  void goesWithTheEndOfItsOnlyUser() throws Exception {
    var other = stranger("create", NAME + "e");
    assertEquals(0, said(other));
    var file = SharedRegion.find(NAME + "e");
    other.getOutputStream().close();
    assertTrue(other.waitFor(20, TimeUnit.SECONDS));
    assertFalse(Files.exists(file));
    assertThrows(NoSuchElementException.class, () -> SharedMemory.attach(NAME + "e"));
  }

  @Test
  void whatAllItsKilledUsersLeaveGoesWithTheNextSharedObject() throws Exception {
    var creator = stranger("create", NAME + "k");
    assertEquals(0, said(creator));
    var user = stranger("attach", NAME + "k");
    assertEquals(8, said(user));
    Path link;
    Path file;
    try (var mine = SharedMemory.attach(NAME + "k")) {
      link = link(mine);
      file = mine.region().path();
    }
    creator.destroyForcibly().waitFor();
    new ProcessEvent().close();
    assertThrows(NameTakenException.class, () -> SharedMemory.create(NAME + "k", 1));
    user.destroyForcibly().waitFor();
    assertThrows(NoSuchElementException.class, () -> SharedMemory.attach(NAME + "k"));
    new ProcessEvent().close();
    assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    assertFalse(Files.exists(file));
    assertEquals(List.of(), RegionFiles.madeBy(Set.of(creator.pid(), user.pid())));
  }

  @Test
  void theNameOfAKilledCreatorIsFreeAtOnceAlsoWhileAnotherLivesThatHadIt() throws Exception {
    var creator = stranger("create", NAME + "f");
    assertEquals(0, said(creator));
    SharedMemory.attach(NAME + "f").close();
    creator.destroyForcibly().waitFor();
    try (var next = SharedMemory.create(NAME + "f", 16)) {
      assertEquals(16, next.size());
      assertEquals(0, Words.getLong(next.memory(), 0));
    }
    // made here and closed, then the last user is killed: its creator lives
    var mine = SharedMemory.create(NAME + "f", 64);
    var user = stranger("attach", NAME + "f");
    assertEquals(0, said(user));
    mine.close();
    user.destroyForcibly().waitFor();
    SharedMemory.create(NAME + "f", 16).close();
    assertFalse(Files.exists(mine.region().path()));
  }

  @Test
  void aFileThatWasDeletedByHandHasNoName() throws Exception {
    var old = SharedMemory.create(NAME + "h", 8);
    Files.delete(old.region().path());
    assertThrows(NoSuchElementException.class, () -> SharedMemory.attach(NAME + "h"));
    try (var next = SharedMemory.create(NAME + "h", 8)) {
      old.close();
      assertEquals(next.region().path(), SharedRegion.find(NAME + "h"));
    }
  }

  @Test
  void ofTwoAtOnceExactlyOneGetsTheName() throws Exception {
    ofTwoAtOnceExactlyOneGetsTheName(ROUNDS);
  }

  @Test
  @Tag("stress")
  void ofTwoAtOnceExactlyOneGetsTheNameVeryOften() throws Exception {
    ofTwoAtOnceExactlyOneGetsTheName(MANY_ROUNDS);
  }

  private static void ofTwoAtOnceExactlyOneGetsTheName(int rounds) throws Exception {
    var name = NAME + "t";
    try (var pool = ProcessPool.open(2);
        var together = new ProcessBarrier(2);
        var winners = SharedArray.ofInt(rounds)) {
      pool.map(
          _ -> {
            for (var i = 0; i < rounds; i++) {
              together.await(Child.LIMIT);
              try (var _ = SharedMemory.create(name, 8)) {
                winners.addAndGet(i, 1);
                together.await(Child.LIMIT);
              } catch (NameTakenException e) {
                winners.addAndGet(i, 100);
                together.await(Child.LIMIT);
              }
            }
            return 0;
          },
          BOTH,
          1);
      for (var i = 0; i < rounds; i++) {
        assertEquals(101, winners.get(i), "round " + i);
      }
    }
  }

  @Test
  void aNameLeadsToItsMemoryAsLongAsThatIsUsed() throws Exception {
    aNameLeadsToItsMemoryAsLongAsThatIsUsed(ROUNDS);
  }

  @Test
  @Tag("stress")
  void aNameLeadsToItsMemoryAsLongAsThatIsUsedVeryOften() throws Exception {
    aNameLeadsToItsMemoryAsLongAsThatIsUsed(MANY_ROUNDS);
  }

  private static void aNameLeadsToItsMemoryAsLongAsThatIsUsed(int rounds) throws Exception {
    var name = NAME + "l";
    try (var pool = ProcessPool.open(2);
        var entered = SharedArray.ofInt(2)) {
      var made =
          pool.map(
              _ -> {
                var began = System.nanoTime();
                var i = 0;
                // on a busy machine one may be through before the other has begun
                while (i < rounds
                    || entered.get(1) == 0 && System.nanoTime() - began < MEETING_NANOS) {
                  try (var mine = enter(name, entered)) {
                    var here = mine.region().path();
                    if (!here.equals(SharedRegion.find(name))) {
                      throw new AssertionError("round " + i + ": the name leads elsewhere");
                    }
                  }
                  i++;
                }
                return i;
              },
              BOTH,
              1);
      assertEquals(made.get(0) + made.get(1), entered.get(0) + entered.get(1));
      assertTrue(entered.get(1) > 0, "they have met");
    }
    assertThrows(NoSuchElementException.class, () -> SharedMemory.attach(name));
  }

  /** Makes it, or attaches to that of the other. */
  private static SharedMemory enter(String name, SharedIntArray entered) {
    for (; ; ) {
      try {
        var made = SharedMemory.create(name, 8);
        entered.addAndGet(0, 1);
        return made;
      } catch (NameTakenException e) {
        try {
          var found = SharedMemory.attach(name);
          entered.addAndGet(1, 1);
          return found;
        } catch (NoSuchElementException gone) {
          Thread.onSpinWait(); // closed in between
        }
      }
    }
  }

  @Test
  void whoeverIsKilledWithANameLeavesItFree() throws Exception {
    try (var running = new ProcessEvent();
        var child = new Child()) {
      var name = NAME + "d";
      for (var i = 0; i < Kills.count(); i++) {
        child.killDuring(
            running,
            () -> {
              while (true) {
                try (var made = SharedMemory.create(name, 64)) {
                  running.set();
                  made.unlink();
                }
                SharedMemory.create(name, 64).close();
              }
            });
        try (var mine = SharedMemory.create(name, 8)) {
          assertEquals(mine.region().path(), SharedRegion.find(name), "round " + i);
        }
        assertThrows(NoSuchElementException.class, () -> SharedMemory.attach(name));
      }
    }
  }
}
