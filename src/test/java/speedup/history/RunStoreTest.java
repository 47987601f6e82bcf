package speedup.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.EngineKind;
import speedup.measure.TraceCodec;

class RunStoreTest {
  @TempDir private Path folder;

  private RunStore store() {
    var opened = RunStore.open(folder);
    assertEquals(Optional.empty(), opened.notice());
    return opened.store().orElseThrow();
  }

  @Test
  void givesBackARunAndAStudyAsTheyWere() throws StoreException {
    var run = KeptRuns.run();
    var study = KeptRuns.study();
    try (var store = store()) {
      store.save(run);
      store.save(study);
    }

    try (var store = store()) {
      var kept = store.open(run.id()).orElseThrow();
      assertEquals(List.of(), kept.problems());
      assertEquals(run.withTraces(Map.of()), kept.run().withTraces(Map.of()));
      assertArrayEquals(
          TraceCodec.encode(run.traces().get(EngineKind.PROCESSES)),
          TraceCodec.encode(kept.run().traces().get(EngineKind.PROCESSES)));
      assertEquals(run.again(), kept.run().again());
      assertEquals(study, store.open(study.id()).orElseThrow().run());
      assertEquals(Optional.empty(), store.open("nothing"));
    }
  }

  @Test
  void listsTheNewestFirstInPages() throws StoreException {
    try (var store = store()) {
      var ids = new String[5];
      for (int i = 0; i < 5; i++) {
        var run = KeptRuns.run("sleep", "number " + i);
        store.save(run);
        ids[4 - i] = run.id();
      }

      assertEquals(List.of(ids).subList(0, 2), ids(store.list(0, 2)));
      assertEquals(List.of(ids).subList(4, 5), ids(store.list(4, 2)));
      assertEquals(5, store.count(Query.ALL));
      var newest = store.list(0, 1).getFirst();
      assertEquals(3.2 / 1.7, newest.speedup().getAsDouble(), 0.2);
      assertEquals("sequential,processes", newest.engines());
    }
  }

  @Test
  void findsByWordsAndFilters() throws StoreException {
    try (var store = store()) {
      var primes = KeptRuns.run("primes-file", "Projector in room 7, „Übung“");
      var sleep = KeptRuns.run("sleep", "");
      var study = KeptRuns.study();
      for (var run : List.of(primes, sleep, study)) {
        store.save(run);
      }

      assertEquals(List.of(primes.id()), ids(store.search(Query.words("proj ROOM"), 0, 9)));
      assertEquals(List.of(primes.id()), ids(store.search(Query.words("ubung"), 0, 9)));
      assertEquals(3, store.search(Query.words("fast 9000"), 0, 9).size());
      assertEquals(List.of(), store.search(Query.words("room sleep"), 0, 9));
      assertEquals(List.of(), store.search(Query.words("\" ) -"), 0, 9));
      assertEquals(List.of(sleep.id()), ids(store.search(Query.words("(sleep*"), 0, 9)));
      var studies =
          new Query(
              "", Optional.of("mandelbrot"), Optional.of(KeptRun.Kind.STUDY), Optional.empty());
      assertEquals(List.of(study.id()), ids(store.search(studies, 0, 9)));
      assertEquals(1, store.count(studies));
      var elsewhere =
          new Query("", Optional.empty(), Optional.empty(), Optional.of(new Fingerprint("0")));
      assertEquals(0, store.count(elsewhere));
    }
  }

  @Test
  void changesNotesAndDeletes() throws StoreException {
    try (var store = store()) {
      var run = KeptRuns.run("sleep", "before");
      store.save(run);

      assertTrue(store.note(run.id(), "afterwards"));
      assertFalse(store.note("nothing", "x"));

      assertEquals("afterwards", store.open(run.id()).orElseThrow().run().note());
      assertEquals(0, store.count(Query.words("before")));
      assertEquals(1, store.count(Query.words("afterw")));
      assertEquals(List.of(run.id()), store.idsBeginning(run.id().substring(0, 6)));
      assertTrue(store.delete(run.id()));
      assertFalse(store.delete(run.id()));
      assertEquals(0, store.count(Query.words("afterw")));
    }
  }

  @Test
  void refusesTheSameRunTwice() throws StoreException {
    try (var store = store()) {
      var run = KeptRuns.run();
      store.save(run);

      assertThrows(StoreException.class, () -> store.save(run));
      assertEquals(1, store.count(Query.ALL));
    }
  }

  @Test
  void isUsedByManyThreadsAndTwoProgramsAtOnce() throws Exception {
    try (var one = store();
        var other = store();
        var threads = Executors.newFixedThreadPool(8)) {
      var saves =
          IntStream.range(0, 40)
              .<Callable<Void>>mapToObj(i ->
                  () -> {
                    (i % 2 == 0 ? one : other).save(KeptRuns.run());
                    return null;
                  })
              .toList();
      for (var done : threads.invokeAll(saves)) {
        done.get();
      }

      assertEquals(40, one.count(Query.ALL));
      assertEquals(40, other.search(Query.words("primes"), 0, 100).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeros", "words", "cut", "newer", "foreign"})
  void setsAsideWhatItCannotUse(String what) throws IOException, StoreException, SQLException {
    var file = spoil(what);
    var bytes = Files.size(file);

    var opened = RunStore.open(folder);

    var notice = opened.notice().orElseThrow();
    try (var store = opened.store().orElseThrow()) {
      store.save(KeptRuns.run());
      assertEquals(1, store.count(Query.ALL));
    }
    var aside = asides();
    assertEquals(1, aside.size(), "what was there is kept");
    assertEquals(bytes, Files.size(aside.getFirst()));
    assertTrue(notice.contains(aside.getFirst().toString()), notice);
    store().close();
  }

  private Path spoil(String what) throws IOException, StoreException, SQLException {
    var file = folder.resolve("history.db");
    switch (what) {
      case "zeros" -> Files.write(file, new byte[8_192]);
      case "words" -> Files.writeString(file, "this is no database ".repeat(500));
      case "foreign" -> change(file, "CREATE TABLE run (x)");
      case "newer" -> {
        store().close();
        change(file, "PRAGMA user_version = 99");
      }
      default -> {
        try (var store = store()) {
          store.save(KeptRuns.run());
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.wrap(new byte[4_000]), 16);
        }
      }
    }
    return file;
  }

  private static void change(Path file, String sql) throws SQLException {
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = db.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<Path> asides() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("history-.*\\.db"))
          .toList();
    }
  }

  @Test
  void setsAsideWhatTurnsOutToBeDamagedLater() throws IOException, StoreException {
    try (var store = store()) {
      for (int i = 0; i < 30; i++) {
        store.save(KeptRuns.run());
      }
    }
    var file = folder.resolve("history.db");
    var bytes = Files.readAllBytes(file);
    // all but the first page, which holds the schema
    Arrays.fill(bytes, 4_096, bytes.length, (byte) 0x55);
    Files.write(file, bytes);

    try (var store = store()) {
      var failure = assertThrows(StoreException.class, () -> store.list(0, 10));
      assertTrue(failure.getMessage().contains(asides().getFirst().toString()));
      store.save(KeptRuns.run());
      assertEquals(1, store.count(Query.ALL));
    }
  }

  @Test
  void saysWhatCanStillBeShownOfADamagedTrace() throws StoreException, SQLException {
    var run = KeptRuns.run();
    try (var store = store()) {
      store.save(run);
    }
    change(folder.resolve("history.db"), "UPDATE trace SET bytes = substr(bytes, 1, 20)");

    try (var store = store()) {
      var kept = store.open(run.id()).orElseThrow();
      assertEquals(run.runs(), kept.run().runs());
      assertEquals(Map.of(), kept.run().traces());
      assertTrue(kept.problems().getFirst().startsWith("processes: the trace ends too early"));
      assertTrue(Findings.of(kept.run()).analysis().isPresent());
    }
  }

  @Test
  void goesOnWithoutAHistoryWhereNoneCanBe() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "in the way", StandardCharsets.UTF_8);

    var opened = RunStore.open(file.resolve("folder"));

    assertEquals(Optional.empty(), opened.store());
    assertTrue(opened.notice().orElseThrow().startsWith("Runs are not kept: "));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isPrivateToItsOwner() throws IOException, StoreException {
    var inside = folder.resolve("new/data");
    var store = RunStore.open(inside).store().orElseThrow();
    try (store) {
      store.save(KeptRuns.run());
      assertEquals("rwx------", permissions(inside));
      try (var files = Files.list(inside)) {
        for (var file : files.toList()) {
          assertEquals("rw-------", permissions(file), file.toString());
        }
      }
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> ids(List<RunSummary> runs) {
    return runs.stream().map(RunSummary::id).toList();
  }
}
