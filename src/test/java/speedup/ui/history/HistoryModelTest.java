package speedup.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.history.Fingerprint;
import speedup.history.KeptRun;
import speedup.history.KeptRuns;
import speedup.history.RunStore;
import speedup.history.RunSummary;
import speedup.history.StoreException;
import speedup.measure.Environment;
import speedup.report.BarsChart;
import speedup.report.ReportChart;
import speedup.ui.history.HistoryModel.Shown;
import speedup.ui.history.HistoryModel.State;
import speedup.ui.view.RunHistory;

@Timeout(60)
class HistoryModelTest {
  private static final Environment OTHER =
      new Environment("Windows 11", "Slow Two", 4, 2, 8L << 30, "Temurin 25");

  @TempDir private Path folder;

  private final List<HistoryActions.Said> said = new ArrayList<>();
  private RunHistory history;
  private HistoryModel model;
  private HistoryActions actions;

  @BeforeEach
  void open() {
    history = RunHistory.atOnce(() -> RunStore.open(folder.resolve("data")));
    model = new HistoryModel(history, Fingerprint.of(KeptRuns.MACHINE));
    actions = new HistoryActions(history, said::add);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private KeptRun keep(KeptRun run) {
    history.keep(() -> run, () -> {});
    assertEquals("", history.problemProperty().get());
    return run;
  }

  private List<String> ids() {
    return model.rows().stream().map(RunSummary::id).toList();
  }

  @Test
  void readsNothingBeforeItIsLookedAtAndThenWhatIsKept() {
    assertEquals(State.LOADING, model.stateProperty().get());
    assertFalse(Files.exists(folder.resolve("data")));

    model.open();
    assertEquals(State.EMPTY, model.stateProperty().get());
    var run = keep(KeptRuns.run());

    assertEquals(State.ROWS, model.stateProperty().get());
    assertEquals(List.of(run.id()), ids());
  }

  @Test
  void searchesByWordsAndFilters() {
    model.open();
    var one = keep(KeptRuns.run("primes-file", "for the projector"));
    var study = keep(KeptRuns.study());
    var far = keep(KeptRuns.elsewhere(KeptRuns.run(), Instant.now(), OTHER, ""));

    model.wordsProperty().set("proj");
    assertEquals(List.of(one.id()), ids());
    model.wordsProperty().set("no such thing");
    assertEquals(State.NOTHING_FOUND, model.stateProperty().get());
    model.wordsProperty().set("");
    model.kindProperty().set(Optional.of(KeptRun.Kind.STUDY));
    assertEquals(List.of(study.id()), ids());
    model.kindProperty().set(Optional.empty());
    model.workloadProperty().set(Optional.of("primes-file"));
    assertEquals(List.of(far.id(), one.id()), ids());
    model.hereOnlyProperty().set(true);
    assertEquals(List.of(one.id()), ids());
  }

  @Test
  void readsPageByPage() throws StoreException {
    var all = 2 * HistoryModel.PAGE + 50;
    try (var store = RunStore.open(folder.resolve("data")).store().orElseThrow()) {
      for (var i = 0; i < all; i++) {
        store.save(KeptRuns.run("sleep", "note" + i).withTraces(java.util.Map.of()));
      }
    }
    model.open();

    assertEquals(HistoryModel.PAGE, model.rows().size());
    assertEquals(all, model.foundProperty().get());
    model.looksAt(10);
    assertEquals(HistoryModel.PAGE, model.rows().size());
    model.looksAt(HistoryModel.PAGE - 1);
    model.looksAt(2 * HistoryModel.PAGE - 1);
    model.looksAt(all - 1);
    assertEquals(all, model.rows().size());
    assertEquals(all, model.rows().stream().map(RunSummary::id).distinct().count());
  }

  @Test
  void deletedRunsCanBeBroughtBack() {
    model.open();
    var run = keep(KeptRuns.run());
    model.choose(List.of(run.id()));
    var shown = assertInstanceOf(Shown.One.class, model.shownProperty().get());
    assertTrue(shown.charts().containsKey(ReportChart.SPEEDUP));

    actions.delete(List.of(run.id()));
    assertEquals(State.EMPTY, model.stateProperty().get());
    assertEquals("The run was deleted.", said.getLast().sentence());
    said.getLast().undo().orElseThrow().run();

    assertEquals(List.of(run.id()), ids());
    assertEquals("The run is back.", said.getLast().sentence());
    assertFalse(model.rows().getFirst().speedup().isEmpty());
  }

  @Test
  void notesAreKept() {
    model.open();
    var run = keep(KeptRuns.run());
    var saved = new ArrayList<String>();

    actions.note(run.id(), "with the projector on", () -> saved.add("saved"));

    assertEquals(List.of("saved"), saved);
    assertEquals("with the projector on", model.rows().getFirst().note());
    model.wordsProperty().set("projector");
    assertEquals(List.of(run.id()), ids());
  }

  @Test
  void comparesTimesOfTheSameWorkAndSpeedupsOfTheRest() {
    model.open();
    var one = keep(KeptRuns.run());
    var same = keep(KeptRuns.run());
    var far = keep(KeptRuns.elsewhere(one, Instant.now(), OTHER, ""));
    var other = keep(KeptRuns.run("mandelbrot", ""));

    var like = together(one, same);
    assertEquals(BarsChart.Unit.SECONDS, like.together().chart().unit());
    assertEquals(4, like.together().chart().rows().size());
    assertTrue(like.together().unlike().isEmpty());
    assertTrue(like.together().otherWork().isEmpty());

    var unlike = together(one, far);
    assertTrue(unlike.together().unlike().orElseThrow().contains("Fast One 9000 and Slow Two"));
    assertEquals(BarsChart.Unit.SPEEDUP, unlike.together().chart().unit());
    assertEquals(2, unlike.together().chart().rows().size());

    assertTrue(together(one, other).together().otherWork().isPresent());
    model.choose(java.util.Collections.nCopies(9, one.id()));
    assertInstanceOf(Shown.Failed.class, model.shownProperty().get());
  }

  private Shown.Several together(KeptRun... runs) {
    model.choose(java.util.Arrays.stream(runs).map(KeptRun::id).toList());
    return assertInstanceOf(Shown.Several.class, model.shownProperty().get());
  }

  @Test
  void exportsAndImports() throws IOException {
    model.open();
    var run = keep(KeptRuns.run());
    var file = folder.resolve("run.speedup");
    actions.export(run, file);
    assertEquals("Exported to %s.".formatted(file), said.getLast().sentence());
    actions.export(run, folder.resolve("run.gif"));
    assertFalse(said.getLast().good());

    var taken = new ArrayList<String>();
    actions.take(file, taken::add);
    assertTrue(said.getLast().sentence().contains("in the history already"));
    actions.delete(List.of(run.id()));
    actions.take(file, taken::add);
    assertEquals(List.of(run.id(), run.id()), taken);
    assertEquals(List.of(run.id()), ids());

    var bad = Files.writeString(folder.resolve("bad.json"), "{\"format\": 7");
    actions.take(bad, taken::add);
    assertFalse(said.getLast().good());
    assertTrue(said.getLast().sentence().contains("bad.json"), said.getLast().sentence());
    assertEquals(2, taken.size());
  }

  @Test
  void saysWhyThereIsNoHistoryAndGoesOn() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("file"), "x").resolve("data");
    var none = RunHistory.atOnce(() -> RunStore.open(inTheWay));
    var without = new HistoryModel(none, Fingerprint.of(KeptRuns.MACHINE));

    without.open();
    none.keep(KeptRuns::run, () -> {});

    assertEquals(State.FAILED, without.stateProperty().get());
    assertTrue(without.failureProperty().get().startsWith("Runs are not kept: "));
    assertTrue(none.problemProperty().get().startsWith("Runs are not kept: "));
    none.close();
  }

  @Test
  void aWindowThatClosesWaitsForWhatIsBeingSaved() throws StoreException {
    var slow = RunHistory.of(() -> RunStore.open(folder.resolve("slow")), Runnable::run);
    for (var i = 0; i < 20; i++) {
      slow.keep(KeptRuns::run, () -> {});
    }
    slow.close();

    try (var store = RunStore.open(folder.resolve("slow")).store().orElseThrow()) {
      assertEquals(20, store.count(speedup.history.Query.ALL));
    }
  }
}
