package speedup.ui.view;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import speedup.experiment.Lab;
import speedup.experiment.RunReport;
import speedup.ui.fx.UiThread;
import speedup.ui.run.FilePicker;
import speedup.ui.run.ParameterFormModel;

/** What the views share while the window is open. JavaFX thread only. */
public final class Session {
  private final Lab lab;
  private final UiThread ui;
  private final FilePicker picker;
  private final Consumer<View> navigator;
  private final Runnable status;
  private BiConsumer<String, Map<String, String>> runner = (_, _) -> {};
  private final ParameterFormModel settings = new ParameterFormModel();
  private final ReadOnlyObjectWrapper<RunReport> lastRun = new ReadOnlyObjectWrapper<>();

  /**
   * A session.
   *
   * @param picker asks the person for a file
   * @param navigator shows a view
   * @param status draws the status bar anew
   */
  public Session(
      Lab lab, UiThread ui, FilePicker picker, Consumer<View> navigator, Runnable status) {
    this.lab = lab;
    this.ui = ui;
    this.picker = picker;
    this.navigator = navigator;
    this.status = status;
  }

  /** Where things run, one at a time. */
  public Lab lab() {
    return lab;
  }

  /** The thread of what is on screen. */
  public UiThread ui() {
    return ui;
  }

  /** Asks the person for a file or folder. */
  public FilePicker picker() {
    return picker;
  }

  /** The settings of the workload that is chosen in the bar: the same in every view. */
  public ParameterFormModel settings() {
    return settings;
  }

  /** Shows a view. */
  public void show(View view) {
    navigator.accept(view);
  }

  /** Is given what a view wants to see run in the view of runs: a workload and its settings. */
  public void setRunner(BiConsumer<String, Map<String, String>> action) {
    runner = action;
  }

  /**
   * Runs a workload in the view of runs, which is shown.
   *
   * @param workload its id
   * @param settings what differs from its defaults
   */
  public void run(String workload, Map<String, String> settings) {
    runner.accept(workload, settings);
  }

  /** Something that the status bar tells has changed. */
  public void statusChanged() {
    status.run();
  }

  /** The last finished comparison; null before the first. */
  public ReadOnlyObjectProperty<RunReport> lastRunProperty() {
    return lastRun.getReadOnlyProperty();
  }

  /** A comparison has finished. */
  public void ran(RunReport report) {
    lastRun.set(report);
  }
}
