package speedup.ui.view;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.experiment.RunReport;
import speedup.experiment.SweepReport;
import speedup.history.KeptRun;
import speedup.settings.UserFolders;
import speedup.ui.Messages;
import speedup.ui.form.FilePicker;
import speedup.ui.form.ParameterFormModel;
import speedup.ui.fx.UiThread;
import speedup.ui.notice.NoticeBoard;

/** What the views share while the window is open. JavaFX thread only. */
public final class Session {
  private final Backstage backstage;
  private final UiThread ui;
  private final FilePicker picker;
  private final Consumer<View> navigator;
  private final Runnable status;
  private final Desk desk;
  private final ParameterFormModel settings = new ParameterFormModel();
  private final NoticeBoard notices = new NoticeBoard();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RunReport> lastRun = new ReadOnlyObjectWrapper<>();

  /**
   * A session.
   *
   * @param backstage what the window works with
   * @param picker asks the person for a file
   * @param navigator shows a view
   * @param status draws the status bar anew
   * @param desk finds the other views
   */
  public Session(
      Backstage backstage,
      UiThread ui,
      FilePicker picker,
      Consumer<View> navigator,
      Runnable status,
      Desk desk) {
    this.backstage = backstage;
    this.ui = ui;
    this.picker = picker;
    this.navigator = navigator;
    this.status = status;
    this.desk = desk;
    backstage
        .preferences()
        .noticeProperty()
        .subscribe(sentence -> {
          if (!sentence.isEmpty()) {
            notices.error(sentence);
          }
        });
  }

  /** Where things run, one at a time. */
  public Lab lab() {
    return backstage.lab();
  }

  /** What the person chose for the program as a whole. */
  public PreferenceBook preferences() {
    return backstage.preferences();
  }

  /** Where files of this person are kept. */
  public UserFolders folders() {
    return backstage.folders();
  }

  /** Tries what the program needs of this computer. */
  public Backstage.Check check() {
    return backstage.check();
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

  /** Whether anything runs, in whichever view it was started. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Something runs now, or nothing any more. */
  public void setBusy(boolean running) {
    busy.set(running);
  }

  /** Where a view asks something of the others. */
  public Desk desk() {
    return desk;
  }

  /** The runs that are kept. */
  public RunHistory history() {
    return backstage.history();
  }

  /** Opens the concept lab, which the view that asks for it closes. */
  public Supplier<ConceptLab> concepts() {
    return backstage.concepts();
  }

  /** Where things are told in passing. */
  public NoticeBoard notices() {
    return notices;
  }

  /** Something that the status bar tells has changed. */
  public void statusChanged() {
    status.run();
  }

  /** The last finished comparison; null before the first. */
  public ReadOnlyObjectProperty<RunReport> lastRunProperty() {
    return lastRun.getReadOnlyProperty();
  }

  /** The last finished comparison of another window, which is kept already; null for none. */
  public void bringBack(RunReport report) {
    lastRun.set(report);
  }

  /** A study has finished: it is kept. */
  public void studied(SweepReport report) {
    history().keep(() -> KeptRun.of(report), () -> notices.done(Messages.get("notice.kept.study")));
  }

  /** A comparison has finished: it is kept. */
  public void ran(RunReport report) {
    lastRun.set(report);
    history().keep(() -> KeptRun.of(report), () -> notices.done(Messages.get("notice.kept.run")));
  }
}
