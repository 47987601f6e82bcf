package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.workload.Settings;
import speedup.workload.Workloads;

class InputCacheTest {
  @TempDir Path temp;

  private Path place() {
    return temp.resolve("cache");
  }

  private InputCache cache() {
    return new InputCache(place(), Workloads::all);
  }

  private static final Map<String, Map<String, String>> SMALL =
      Map.of(
          "primes-file", Map.of("count", "100"),
          "filter-aggregate", Map.of("count", "100"),
          "images-grayscale", Map.of("count", "3", "size", "16"),
          "keyword-search", Map.of("files", "3", "size", "1"),
          "pipeline", Map.of("rows", "10"));

  private InputRoom fill() throws Exception {
    var input = new InputRoom(place());
    for (var run : SMALL.entrySet()) {
      var workload = Workloads.byId(run.getKey()).orElseThrow();
      input.prepare(workload, Settings.of(workload.parameters(), run.getValue()), null);
    }
    return input;
  }

  @Test
  void knowsWhatEveryWorkloadKeepsAndDeletesAllOfIt() throws Exception {
    var input = fill();
    var kept = cache().kept();
    assertEquals(
        List.of(
            "primes-file", "filter-aggregate", "images-grayscale", "keyword-search", "pipeline"),
        Workloads.all().stream()
            .map(workload -> workload.id())
            .filter(id -> kept.stream().anyMatch(one -> one.workload().equals(id)))
            .toList());
    assertEquals(SMALL.size(), kept.size());
    assertTrue(kept.stream().allMatch(one -> one.files() > 0 && one.bytes() > 0), kept::toString);
    input.runIsOver();

    var done = cache().empty();

    assertEquals(List.of(), done.left());
    assertEquals(List.of(), done.problems());
    assertEquals(kept.stream().mapToLong(InputCache.Kept::files).sum(), done.files());
    assertEquals(kept.stream().mapToLong(InputCache.Kept::bytes).sum(), done.bytes());
    assertEquals(List.of(), list(place()));
    assertEquals(List.of(), cache().kept());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void leavesWhatOthersMadeAndFollowsNoLink() throws Exception {
    fill().runIsOver();
    var outside = Files.createDirectory(temp.resolve("outside"));
    var theirs = Files.writeString(outside.resolve("picture-1.png"), "theirs");
    var number = Files.writeString(outside.resolve("numbers-1-seed-1-max-1.txt"), "2");
    var mine = Files.writeString(place().resolve("mine.txt"), "mine");
    var within =
        Files.writeString(place().resolve("pictures-3-px-16-seed-42").resolve("mine.txt"), "mine");
    var folderLink = Files.createSymbolicLink(place().resolve("pictures-1-px-1-seed-1"), outside);
    var fileLink = Files.createSymbolicLink(place().resolve("numbers-1-seed-1-max-1.txt"), number);

    var done = cache().empty();

    assertTrue(Files.exists(theirs) && Files.exists(number));
    assertTrue(Files.exists(mine) && Files.exists(within));
    assertTrue(Files.isSymbolicLink(folderLink) && Files.isSymbolicLink(fileLink));
    assertEquals(4, done.left().size(), done.left()::toString);
    assertEquals(4, list(place()).size());
    assertFalse(Files.exists(within.resolveSibling("picture-1.png")));
  }

  @Test
  void refusesWhileARunUsesIt() throws Exception {
    var input = fill();

    var refused = assertThrows(InputCache.InUseException.class, () -> cache().empty());

    assertEquals(ProcessHandle.current().pid(), refused.pid());
    assertTrue(refused.getMessage().contains("let it end or stop it"), refused::getMessage);
    assertFalse(cache().kept().isEmpty());
    input.runIsOver();
    assertTrue(cache().empty().files() > 0);
  }

  @Test
  void aMarkOfAProcessThatIsGoneCountsForNothing() throws Exception {
    fill().runIsOver();
    var gone = Files.createFile(place().resolve("run-2147483646-1.use"));
    // its number now belongs to a process that began later
    var older =
        Files.createFile(place().resolve("run-%d-1.use".formatted(ProcessHandle.current().pid())));
    Files.setLastModifiedTime(older, FileTime.from(Instant.EPOCH));

    assertTrue(cache().empty().files() > 0);

    assertFalse(Files.exists(gone) || Files.exists(older));
  }

  @Test
  void aRunUsesItUntilItsEnd() throws Exception {
    try (var lab = Labs.open(place())) {
      var handle =
          lab.start(
              Labs.request("primes-file", Map.of("count", "2000000", "max", "1000000000")),
              _ -> {});
      Labs.awaitTrue(() -> Files.isDirectory(place()) && uses());
      assertThrows(InputCache.InUseException.class, () -> lab.cache().empty());
      handle.stop();
      assertThrows(Exception.class, () -> handle.report().join());
      assertFalse(uses());
      lab.cache().empty();
      assertEquals(List.of(), list(place()));
    }
  }

  private boolean uses() {
    try {
      return CacheUse.userOf(place()).isPresent();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void thereNeedsToBeNoFolder() throws Exception {
    assertEquals(List.of(), cache().kept());
    assertEquals(0, cache().empty().files());
    assertFalse(Files.exists(place()));
  }
}
