package speedup.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import speedup.concept.lesson.LessonStep;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.ui.concept.ConceptController;
import speedup.ui.history.HistoryController;
import speedup.ui.run.RunController;
import speedup.ui.scaling.ScalingController;
import speedup.ui.view.Desk;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;

/**
 * Finds the view for what another one asks.
 *
 * @param shell the window
 */
record ShellDesk(ShellController shell) implements Desk {
  @Override
  public void run(String workload, Map<String, String> settings) {
    prepare(workload, settings, View.RUN);
    shell.run();
  }

  @Override
  public boolean runAgain(RunRequest request) {
    return again(View.RUN, request, (RunController view) -> view.again(request));
  }

  @Override
  public boolean studyAgain(SweepRequest request) {
    return again(View.SCALING, request.run(), (ScalingController view) -> view.again(request));
  }

  @Override
  public void showKept(String id) {
    shell.show(View.HISTORY);
    ((HistoryController) shell.view(View.HISTORY)).show(id);
  }

  @Override
  public Optional<String> take(Path file) {
    if (shell.isRunning()) {
      return Optional.of(Messages.get("open.busy"));
    }
    try {
      var use = OpenedFile.of(file);
      if (use.isEmpty()) {
        return Optional.of(Messages.get("open.no-use", file.getFileName()));
      }
      use.get().workload().ifPresent(shell::choose);
      shell.show(use.get().view());
      shell.view(use.get().view()).drop(List.of(use.get().input()));
      shell.session().notices().done(Messages.get("notice.opened", file.getFileName()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Messages.get("open.unread", file.getFileName(), e.getMessage()));
    }
  }

  @Override
  public void open(LessonStep.Setting setting) {
    switch (setting) {
      case LessonStep.Talk _ -> {}
      case LessonStep.OnStage stage -> {
        shell.show(View.CONCEPTS);
        ((ConceptController) shell.view(View.CONCEPTS)).show(stage);
      }
      case LessonStep.Work work -> {
        var studies = work.view() == LessonStep.WorkView.SCALING;
        prepare(work.workload(), work.settings(), studies ? View.SCALING : View.RUN);
        work.workers().ifPresent(count -> shell.runView().options().setWorkers(count));
      }
    }
  }

  /** As if the person had set all this there. */
  private void prepare(String workload, Map<String, String> settings, View view) {
    shell.choose(workload);
    shell.show(view);
    shell.session().settings().setSettings(settings);
  }

  @SuppressWarnings("unchecked") // each view has its own kind of controller
  private <V extends WorkView> boolean again(View view, RunRequest request, Consumer<V> action) {
    if (shell.session().busyProperty().get()) {
      return false;
    }
    shell.choose(request.workload());
    shell.show(view);
    action.accept((V) shell.view(view));
    return true;
  }
}
