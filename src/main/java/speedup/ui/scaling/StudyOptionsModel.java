package speedup.ui.scaling;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.ui.Messages;
import speedup.ui.run.Repeats;
import speedup.workload.Workload;

/** What is to be studied, and how. Knows no control; the form binds to it. JavaFX thread only. */
public final class StudyOptionsModel {
  private final int physicalCores;
  private final int logicalCores;
  private final ObjectProperty<StudyMode> mode = new SimpleObjectProperty<>(StudyMode.STRONG);
  private final Map<StudyMode, StringProperty> texts = new EnumMap<>(StudyMode.class);
  private final StringProperty workersText = new SimpleStringProperty();
  private final ObjectProperty<EngineKind> engine =
      new SimpleObjectProperty<>(EngineKind.PROCESSES);
  private final ReadOnlyStringWrapper engineProblem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Repeats> repeats = new SimpleObjectProperty<>(Repeats.CLASS);
  private final ObjectProperty<RunRequest.Start> start =
      new SimpleObjectProperty<>(RunRequest.Start.WARM);
  private final ReadOnlyObjectWrapper<List<Integer>> values =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper valuesProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper workersProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper firstProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();

  /** Used where there is one fixed worker count. */
  private int workers;

  /**
   * Options for a machine.
   *
   * @param physicalCores 1 or more
   * @param logicalCores at least {@code physicalCores}
   */
  public StudyOptionsModel(int physicalCores, int logicalCores) {
    this.physicalCores = physicalCores;
    this.logicalCores = logicalCores;
    var counts = ValueList.text(ValueList.workers(physicalCores, logicalCores));
    texts.put(StudyMode.STRONG, new SimpleStringProperty(counts));
    texts.put(StudyMode.WEAK, new SimpleStringProperty(counts));
    texts.put(StudyMode.CHUNKS, new SimpleStringProperty(ValueList.text(ValueList.chunks(1))));
    texts.put(StudyMode.SIZES, new SimpleStringProperty("1, 2, 4"));
    workersText.set(Integer.toString(Math.clamp(physicalCores, 2, RunRequest.MAX_WORKERS)));
    texts.values().forEach(text -> text.addListener(_ -> refresh()));
    workersText.addListener(_ -> refresh());
    mode.addListener(_ -> refresh());
    engineProblem.addListener(_ -> refresh());
    refresh();
  }

  /** What the points differ in. */
  public ObjectProperty<StudyMode> modeProperty() {
    return mode;
  }

  /** The values of a mode as typed. */
  public StringProperty textProperty(StudyMode of) {
    return texts.get(of);
  }

  /** The values of the present mode, ascending; empty while they are wrong. */
  public ReadOnlyObjectProperty<List<Integer>> valuesProperty() {
    return values.getReadOnlyProperty();
  }

  /** The worker count as typed, for the modes whose values are something else. */
  public StringProperty workersTextProperty() {
    return workersText;
  }

  /** Sets the worker count for those modes. */
  public void setWorkers(int count) {
    workersText.set(Integer.toString(count));
  }

  /** What is compared with the baseline. */
  public ObjectProperty<EngineKind> engineProperty() {
    return engine;
  }

  /** Why that engine cannot be used here; empty where it can. */
  public StringProperty engineProblemProperty() {
    return engineProblem;
  }

  /** How often each point is timed. */
  public ObjectProperty<Repeats> repeatsProperty() {
    return repeats;
  }

  /** Whether the start of processes belongs to the measured time. */
  public ObjectProperty<RunRequest.Start> startProperty() {
    return start;
  }

  /** The sentence under the values; empty when all is well. */
  public ReadOnlyStringProperty valuesProblemProperty() {
    return valuesProblem.getReadOnlyProperty();
  }

  /** The sentence under the worker count; empty when all is well. */
  public ReadOnlyStringProperty workersProblemProperty() {
    return workersProblem.getReadOnlyProperty();
  }

  /** What to expect of more workers than cores; empty where there are enough. */
  public ReadOnlyStringProperty warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** The uppermost problem; empty when all is well. */
  public ReadOnlyStringProperty firstProblemProperty() {
    return firstProblem.getReadOnlyProperty();
  }

  /** Whether a study can start with these options. */
  public ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** Shows what a request asks for, as far as these options can. */
  void apply(SweepRequest request) {
    var itsMode = StudyMode.of(request);
    mode.set(itsMode);
    texts
        .get(itsMode)
        .set(
            ValueList.text(
                switch (itsMode) {
                  case STRONG, WEAK -> request.workers();
                  case CHUNKS -> request.chunks();
                  case SIZES -> request.sizes();
                }));
    workersText.set(Integer.toString(request.workers().getLast()));
    engine.set(request.engine());
    Repeats.of(request.run().repeats()).ifPresent(repeats::set);
    start.set(request.run().start());
  }

  /** Suggests chunk sizes for another workload. */
  public void setWorkload(Workload workload) {
    texts
        .get(StudyMode.CHUNKS)
        .set(ValueList.text(ValueList.chunks(workload.suggestedChunk().orElse(1))));
  }

  /**
   * What these options ask for; of use while they are valid.
   *
   * @param settings of the workload, only what was set
   */
  public SweepRequest request(Workload workload, Map<String, String> settings, long seed) {
    var present = mode.get();
    var run =
        new RunRequest(
            workload.id(),
            settings,
            List.of(EngineKind.SEQUENTIAL, engine.get()),
            1,
            workload.suggestedChunk().map(OptionalInt::of).orElseGet(OptionalInt::empty),
            repeats.get().runs(),
            start.get());
    return new SweepRequest(
        run,
        present.ofWorkers() ? values.get() : List.of(workers),
        present == StudyMode.CHUNKS ? values.get() : List.of(),
        present == StudyMode.SIZES ? values.get() : SweepRequest.ONE_SIZE,
        present == StudyMode.WEAK,
        seed);
  }

  private void refresh() {
    var present = mode.get();
    var list = ValueList.read(texts.get(present).get(), present);
    values.set(list.values());
    valuesProblem.set(list.problem());
    var fixed = ValueList.read(workersText.get(), RunRequest.MAX_WORKERS);
    if (fixed.values().size() == 1) {
      workers = fixed.values().getFirst();
    }
    workersProblem.set(
        present.ofWorkers() || fixed.values().size() == 1
            ? ""
            : fixed.problem().isEmpty() ? Messages.get("study.workers.one") : fixed.problem());
    warning.set(warning(present));
    firstProblem.set(
        !valuesProblem.get().isEmpty()
            ? valuesProblem.get()
            : !workersProblem.get().isEmpty() ? workersProblem.get() : engineProblem.get());
    valid.set(firstProblem.get().isEmpty());
  }

  private String warning(StudyMode present) {
    int most =
        present.ofWorkers()
            ? values.get().isEmpty() ? 1 : values.get().getLast()
            : workersProblem.get().isEmpty() ? workers : 1;
    if (most > logicalCores) {
      return Messages.get("study.beyond.logical", logicalCores);
    }
    return most > physicalCores ? Messages.get("study.beyond.physical", physicalCores) : "";
  }
}
