package speedup.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import speedup.cli.Reports;
import speedup.concept.ConceptLab;
import speedup.experiment.SweepReports;
import speedup.history.KeptRuns;
import speedup.history.RunStore;
import speedup.history.StoreException;
import speedup.pool.JvmLauncher;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.RunHistory;
import speedup.ui.view.View;

/** A window in which every view has something to show, for tests that go through all of them. */
final class FullWindow implements AutoCloseable {
  private final SilentLab lab = new SilentLab();
  final ShownWindow window;

  /** Runs a comparison and a study, both made up, and keeps runs in the folder. */
  FullWindow(Path folder) throws StoreException {
    try (var store = RunStore.open(folder).store().orElseThrow()) {
      store.save(KeptRuns.run());
      store.save(KeptRuns.study());
    }
    window =
        new ShownWindow(() ->
            Workbench.make(
                new Stage(),
                Backstage.of(lab)
                    .with(RunHistory.atOnce(() -> RunStore.open(folder)))
                    .withConcepts(() -> new ConceptLab(JvmLauncher.ofThisProcess(List.of()))),
                1366,
                768));
    FxStage.run(window.shell()::run);
    lab.report.complete(Reports.comparison(lab.request));
    idle();
    FxStage.run(() -> {
      window.shell().show(View.SCALING);
      window.shell().run();
    });
    lab.study.complete(SweepReports.of(lab.studied));
    idle();
  }

  private void idle() {
    ShownWindow.awaitTrue(() -> !FxStage.onFx(() -> window.shell().isRunning()));
  }

  /** Shows a view as it is after it was laid out; of the history its first run. */
  void show(View view) {
    FxStage.run(() -> {
      window.shell().show(view);
      window.layOut();
      if (view == View.HISTORY) {
        ((TableView<?>) window.lookup(".history-table")).getSelectionModel().select(0);
      }
      window.layOut();
      window.layOut();
    });
    if (view == View.CONCEPTS) {
      ShownWindow.awaitTrue(() -> FxStage.onFx(this::hasStage));
    }
  }

  private boolean hasStage() {
    window.layOut();
    var spoken = window.lookup("#frame").getAccessibleText();
    return spoken != null && !spoken.isBlank();
  }

  /** What is in sight below the root and in use, in the order of the scene. */
  static Stream<Node> inSight(Node root, Predicate<Node> wanted) {
    if (!root.isVisible() || root.isDisabled()) {
      return Stream.empty();
    }
    var below =
        root instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(child -> inSight(child, wanted))
            : Stream.<Node>empty();
    return Stream.concat(Stream.of(root).filter(wanted), below);
  }

  /** A node in words, for messages. */
  static String describe(Node node) {
    var text = new StringBuilder();
    for (var each = node; each != null && text.length() < 120; each = each.getParent()) {
      text.append(each.getTypeSelector())
          .append(each.getId() == null ? "" : "#" + each.getId())
          .append(
              each.getStyleClass().isEmpty() ? "" : "." + String.join(".", each.getStyleClass()))
          .append(" < ");
    }
    return text.toString();
  }

  @Override
  public void close() {
    window.close();
  }
}
