package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {
  @TempDir Path folder;

  private final CliRig rig = CliRig.answering();
  private Path numbers;

  @BeforeEach
  void fill() throws IOException {
    rig.keepingInputIn(folder);
    numbers = folder.resolve("numbers-1000-seed-42-max-1000000.txt");
    Files.write(numbers, new byte[2_048]);
  }

  @Test
  void tellsPlaceSizeAndFilesByWorkload() {
    rig.run("cache");

    assertEquals(0, rig.exitCode, rig.err());
    var lines = rig.out().lines().toList();
    assertEquals(folder.toString(), lines.getFirst());
    assertEquals("  primes-file              1 file     2.0 KiB", lines.get(1));
    assertEquals("  together                 1 file     2.0 KiB", lines.get(2));
    assertTrue(Files.exists(numbers));
    assertTrue(rig.labClosed());
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    var told = new ObjectMapper().readTree(rig.run("cache", "--json").out());

    assertEquals(folder.toString(), told.at("/place").textValue());
    assertEquals(2_048, told.at("/bytes").longValue());
    assertEquals("primes-file", told.at("/workloads/0/workload").textValue());
    assertEquals(1, told.at("/workloads/0/files").longValue());
  }

  @Test
  void emptiesItAndTellsWhatStays() throws IOException {
    var mine = Files.writeString(folder.resolve("mine.txt"), "mine");

    rig.run("cache", "--empty");

    assertEquals(0, rig.exitCode, rig.err());
    assertTrue(rig.out().contains("1 file deleted, 2.0 KiB"), rig.out());
    assertTrue(rig.out().contains("1 that this program did not make is left"), rig.out());
    assertFalse(Files.exists(numbers));
    assertTrue(Files.exists(mine));
  }

  @Test
  void refusesWhileARunUsesIt() throws IOException {
    var pid = ProcessHandle.current().pid();
    Files.createFile(folder.resolve("run-%d-1.use".formatted(pid)));

    rig.run("cache", "--empty");

    assertEquals(1, rig.exitCode);
    assertEquals(
        "speedup: a run of process %d uses the cache; let it end or stop it, then empty the cache%n"
            .formatted(pid),
        rig.err());
    assertTrue(Files.exists(numbers));
  }
}
