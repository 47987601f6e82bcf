package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pipelines whose parts are threads of this process; those of processes are tested with the lab.
 */
@Timeout(60)
class PipelineTest {
  private final Pipeline workload = new Pipeline();

  @TempDir Path temp;
  private Path cache;
  private Path to;

  @BeforeEach
  void folders() {
    cache = temp.resolve("cache");
    to = temp.resolve("to");
  }

  private PipelinePlan plan(Map<String, String> settings) throws Exception {
    var all = new HashMap<>(Map.of("rows", "777", "work", "50", "to", to.toString()));
    all.putAll(settings);
    return (PipelinePlan) InProcess.prepare(workload, all, cache);
  }

  private static PipelineResult run(PipelinePlan plan, int workers) throws Exception {
    try (var run = plan.start(workers)) {
      var began = System.nanoTime();
      runParts(run, run.parts());
      return run.result(System.nanoTime() - began);
    }
  }

  private static void runParts(PipelineRun run, List<FlowPart> parts) throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var running = new ArrayList<Future<Long>>();
      for (var part : parts) {
        running.add(threads.submit((Callable<Long>) () -> part.run(FlowLog.NONE)));
      }
      try {
        while (running.stream().anyMatch(part -> !part.isDone())) {
          run.look();
          for (var part : running) {
            if (part.isDone()) {
              part.get(); // one that failed ends the run: the others would wait for it
            }
          }
          LockSupport.parkNanos(1_000_000);
        }
        for (var part : running) {
          part.get();
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Connection open(Path file) throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static long number(Path file, String query) throws Exception {
    try (var connection = open(file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.getLong(1);
    }
  }

  private static void change(Path file, String... statements) throws Exception {
    try (var connection = open(file);
        var statement = connection.createStatement()) {
      for (var text : statements) {
        statement.execute(text);
      }
    }
  }

  private List<String> content() throws Exception {
    try (var files = Files.list(to)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,100,8", "2,7,1", "2,1000,8", "3,10,2", "5,77,10000"})
  void savesTheSameWithAnyNumberOfWorkersBatchSizeAndCapacity(
      int workers, String batch, String capacity) throws Exception {
    var slices = InProcess.run(plan(Map.of()), 50);
    var plan = plan(Map.of("batch", batch, "capacity", capacity));
    assertTrue(plan.same(slices, run(plan, 0)));
    assertEquals(List.of("pipeline-target.db"), content());
    var result = run(plan, workers);
    assertTrue(plan.same(slices, result));
    assertEquals(777, result.saved().rows());
    var target = to.resolve("pipeline-target.db");
    assertEquals(777, number(target, "SELECT COUNT(DISTINCT id) FROM items"));
    assertEquals(plan.survey().firsts().length, number(target, "SELECT COUNT(*) FROM batches"));
    assertEquals(List.of("pipeline-target.db"), content());
    assertTrue(result.inWords().contains("the bottleneck was "), result.inWords());
    assertEquals(3, result.stages().size());
    result
        .stages()
        .forEach(stage -> assertTrue(stage.rows() >= 777 && stage.busy() > 0, stage.toString()));
    result
        .stages()
        .forEach(stage -> assertTrue(shares(stage) > 0 && shares(stage) < 1.01, stage.toString()));
    assertTrue(
        result.depths().stream().allMatch(look -> look.depth() <= Integer.parseInt(capacity)));
    assertFalse(result.depths().isEmpty());
  }

  private static double shares(StageFigures stage) {
    return stage.busy() + stage.input() + stage.room() + stage.done();
  }

  @Test
  void aFullQueueHoldsTheStagesBeforeIt() throws Exception {
    var plan = plan(Map.of("batch", "10", "capacity", "1"));
    try (var run = plan.start(1);
        var threads = Executors.newCachedThreadPool()) {
      var parts = run.parts();
      var save = (SavePart) parts.getLast();
      var early =
          List.of(
              threads.submit(() -> parts.get(0).run(FlowLog.NONE)),
              threads.submit(() -> parts.get(1).run(FlowLog.NONE)));
      // one batch in the queue, one in the hand of who waits for room
      while (save.queue().size() < 1 || !save.state().isAnyHeld()) {
        LockSupport.parkNanos(1_000_000);
      }
      TimeUnit.MILLISECONDS.sleep(100);
      assertEquals(1, save.queue().size());
      assertEquals(10, save.state().number(PipelineState.TRANSFORM, PipelineState.ROWS));
      assertEquals(777, save.run(FlowLog.NONE));
      for (var part : early) {
        assertEquals(777, part.get());
      }
      var result = run.result(1_000_000_000);
      assertTrue(result.stages().get(1).room() >= 0.09, result.toString());
    }
  }

  @Test
  void sendsAgainWhatWasInTheHandsOfOneThatIsGone() throws Exception {
    var plan = plan(Map.of("batch", "50"));
    try (var run = plan.start(2)) {
      var parts = new ArrayList<>(run.parts());
      var save = (SavePart) parts.getLast();
      save.state().hold(3, 0); // as if the first one had been killed with it
      save.state().sent(5); // and a batch had been lost in a place where nobody could say so
      runParts(run, parts);
      var result = run.result(1);
      assertEquals(777, result.saved().rows());
      assertTrue(result.again() >= 2, result.toString());
    }
  }

  @Test
  void savesOnceWhatComesTwice() throws Exception {
    var plan = plan(Map.of("batch", "50"));
    try (var run = plan.start(1)) {
      var source = plan.source();
      var save = (SavePart) run.parts().getLast();
      try (var from = source.open();
          var target = TargetDatabase.open(save.library(), save.file())) {
        var batch = source.read(from, 2, plan.survey().firsts()[2]).transformed(source.rounds());
        assertTrue(target.save(batch)); // and killed before it could say so
        assertFalse(target.save(batch));
        save.queue().put(batch.toBytes());
      }
      runParts(run, run.parts());
      assertEquals(777, run.result(1).saved().rows());
    }
    assertTrue(plan.same(run(plan, 0), run(plan, 1)));
  }

  @Test
  void readsADatabaseOfThePersonAndLeavesItAsItIs() throws Exception {
    var file = temp.resolve("mine.db");
    change(
        file,
        "CREATE TABLE items(text, more, id INTEGER PRIMARY KEY)",
        "INSERT INTO items(id, text) VALUES(-5, ' a '), (7, NULL), (9000000000, 'ß'), (8, 12)");
    var before = Files.readAllBytes(file);
    var plan = plan(Map.of("source", file.toString(), "batch", "3"));
    assertTrue(plan.same(run(plan, 0), run(plan, 2)));
    var target = to.resolve("pipeline-target.db");
    assertEquals(4, number(target, "SELECT COUNT(*) FROM items"));
    assertEquals(1, number(target, "SELECT COUNT(*) FROM items WHERE id = -5 AND text = 'A'"));
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
  }

  private String refusal(Map<String, String> settings) {
    return assertThrows(InputException.class, () -> plan(settings)).getMessage();
  }

  private static void assertSays(String sentence, String part) {
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void saysWhatIsWrongWithASource() throws Exception {
    var file = temp.resolve("mine.db");
    var given = Map.of("source", file.toString());
    assertSays(refusal(given), "does not exist");
    Files.writeString(file, "some text, and not a short one: it is no database".repeat(40));
    assertSays(refusal(given), "is no SQLite database");
    Files.delete(file);
    change(file, "CREATE TABLE orders(id, text)");
    assertSays(refusal(given), "has not a table \"items\"");
    change(file, "CREATE TABLE items(id, name)");
    assertSays(refusal(given), "has not a table \"items\"");
    change(file, "DROP TABLE items", "CREATE TABLE items(id, text)");
    assertSays(refusal(given), "has no row");
    change(file, "INSERT INTO items VALUES(1, 'a'), (1, 'b')");
    assertSays(refusal(given), "each once");
    change(file, "DELETE FROM items", "INSERT INTO items VALUES('one', 'a')");
    assertSays(refusal(given), "row \"one\"");
  }

  @Test
  void saysThatASourceIsLocked() throws Exception {
    var file = temp.resolve("mine.db");
    change(file, "CREATE TABLE items(id INTEGER PRIMARY KEY, text)");
    change(file, "INSERT INTO items VALUES(1, 'a')");
    try (var connection = open(file);
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertSays(refusal(Map.of("source", file.toString())), "is locked by another program");
    }
  }

  @Test
  void stopsWhenTheSourceIsChangedMeanwhile() throws Exception {
    var file = temp.resolve("mine.db");
    workload
        .generator()
        .orElseThrow()
        .generate(
            Settings.of(workload.parameters(), Map.of("rows", "300")), file, InProcess.in(cache));
    var plan = plan(Map.of("source", file.toString()));
    change(file, "DELETE FROM items WHERE id > 150");
    var failure = assertThrows(ExecutionException.class, () -> run(plan, 1)).getCause();
    assertSays(failure.getMessage(), "was changed by another program");
    assertEquals(List.of(), content());
  }

  @Test
  void writesOverNothingOfThePersons() throws Exception {
    Files.createDirectories(to);
    var target = to.resolve("pipeline-target.db");
    change(target, "CREATE TABLE mine(id)");
    assertSays(refusal(Map.of()), "that this program did not make");
    Files.delete(target);
    Files.writeString(temp.resolve("file"), "");
    assertSays(refusal(Map.of("to", temp.resolve("file").toString())), "is no folder");
    assertSays(refusal(Map.of("to", temp.resolve("file/in").toString())), "cannot be written");
    assertEquals(List.of(), content());
  }

  @Test
  void survivesAFullDisk() throws Exception {
    Files.createDirectory(to);
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", to.toString()),
        "only root can make a small disk");
    try {
      for (var workers : List.of(0, 1)) {
        var plan = plan(Map.of("rows", "5000"));
        var failure = assertThrows(ExecutionException.class, () -> run(plan, workers)).getCause();
        assertEquals(FlowException.class, failure.getClass(), failure::toString);
        assertSays(failure.getMessage(), "has no room on its disk any more; make room");
        assertEquals(List.of(), content());
      }
    } finally {
      assertTrue(command("umount", to.toString()));
    }
  }

  private static boolean command(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (java.io.IOException e) {
      return false; // there is no such command on this system
    }
  }

  @Test
  void deletesWhatKilledProgramsLeft() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    var left = to.resolve("speedup-" + ended.pid() + "-123");
    Files.createDirectories(left);
    Files.writeString(left.resolve("target.db-journal"), "x");
    plan(Map.of());
    assertFalse(Files.exists(left));
  }

  @Test
  void makesADamagedSourceInTheCacheAgain() throws Exception {
    var plan = plan(Map.of());
    change(Path.of(plan.source().file()), "UPDATE items SET text = 'x' WHERE id = 5");
    var again = plan(Map.of());
    assertEquals(plan.survey().checksum(), again.survey().checksum());
    assertEquals(
        0, number(Path.of(plan.source().file()), "SELECT COUNT(*) FROM items WHERE text = 'x'"));
  }
}
