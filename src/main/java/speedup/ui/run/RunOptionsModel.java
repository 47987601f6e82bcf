package speedup.ui.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.ui.Messages;
import speedup.ui.form.ParameterField;
import speedup.workload.InputException;
import speedup.workload.Parameter;
import speedup.workload.Preset;

/** How a workload is to be run. Knows no control; the form binds to it. JavaFX thread only. */
public final class RunOptionsModel {
  private static final Parameter WORKERS =
      new Parameter.Whole("workers", "", "", "", 1, RunRequest.MAX_WORKERS, OptionalLong.of(1));
  private static final Parameter CHUNK =
      new Parameter.Whole("chunk", "", "", "", 1, Integer.MAX_VALUE, OptionalLong.of(1));

  private final int physicalCores;
  private final int logicalCores;
  private final StringProperty workersText = new SimpleStringProperty();
  private final ReadOnlyIntegerWrapper workers = new ReadOnlyIntegerWrapper();
  private final BooleanProperty chunkAutomatic = new SimpleBooleanProperty(true);
  private final StringProperty chunkText = new SimpleStringProperty("1000");
  private final ReadOnlyObjectWrapper<OptionalInt> chunk =
      new ReadOnlyObjectWrapper<>(OptionalInt.empty());
  private final ObjectProperty<Repeats> repeats = new SimpleObjectProperty<>(Repeats.CLASS);
  private final ObjectProperty<RunRequest.Start> start =
      new SimpleObjectProperty<>(RunRequest.Start.WARM);
  private final ObservableSet<EngineKind> engines =
      FXCollections.observableSet(EnumSet.of(EngineKind.PROCESSES));

  /** What cannot run the workload, and what of it was chosen and is chosen again once it can. */
  private final Set<EngineKind> refused = EnumSet.noneOf(EngineKind.class);

  private final Set<EngineKind> waiting = EnumSet.noneOf(EngineKind.class);
  private Runnable onChanged = () -> {};
  private final ReadOnlyStringWrapper workersProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper workersWarning = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper chunkProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper firstProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

  /**
   * Options for a machine, set to a worker on each physical core.
   *
   * @param physicalCores 1 or more
   * @param logicalCores at least {@code physicalCores}
   */
  public RunOptionsModel(int physicalCores, int logicalCores) {
    this.physicalCores = physicalCores;
    this.logicalCores = logicalCores;
    workersText.addListener(_ -> refresh());
    chunkText.addListener(_ -> refresh());
    chunkAutomatic.addListener(_ -> refresh());
    setWorkers(Math.clamp(physicalCores, 2, RunRequest.MAX_WORKERS));
    for (var part : List.of(workersText, chunkText, chunkAutomatic, repeats, start, engines)) {
      part.addListener((Observable _) -> onChanged.run());
    }
  }

  /** Cores that compute on their own. */
  public int physicalCores() {
    return physicalCores;
  }

  /** Processors as the system counts them. */
  public int logicalCores() {
    return logicalCores;
  }

  /** The largest number of workers that the slider offers; the field takes more. */
  public int sliderMaximum() {
    return Math.min(RunRequest.MAX_WORKERS, 2 * logicalCores);
  }

  /** Worker processes; the last number that could be used. */
  public ReadOnlyIntegerProperty workersProperty() {
    return workers.getReadOnlyProperty();
  }

  /** Sets the number of worker processes. */
  public void setWorkers(int count) {
    workersText.set(Integer.toString(count));
  }

  /** The number of worker processes as typed. */
  public StringProperty workersTextProperty() {
    return workersText;
  }

  /** The sentence under the field of workers; empty when all is well. */
  public ReadOnlyStringProperty workersProblemProperty() {
    return workersProblem.getReadOnlyProperty();
  }

  /** What to expect from more workers than cores; empty where there are enough. */
  public ReadOnlyStringProperty workersWarningProperty() {
    return workersWarning.getReadOnlyProperty();
  }

  /** Items in a chunk, empty to choose it by measured work; the last that could be used. */
  public ReadOnlyObjectProperty<OptionalInt> chunkProperty() {
    return chunk.getReadOnlyProperty();
  }

  /** Sets the items in a chunk; empty to choose it by measured work. */
  public void setChunk(OptionalInt items) {
    items.ifPresent(count -> chunkText.set(Integer.toString(count)));
    chunkAutomatic.set(items.isEmpty());
  }

  /** Whether the program chooses the chunk. */
  public BooleanProperty chunkAutomaticProperty() {
    return chunkAutomatic;
  }

  /** The items in a chunk as typed. */
  public StringProperty chunkTextProperty() {
    return chunkText;
  }

  /** The sentence under the field of the chunk; empty when all is well. */
  public ReadOnlyStringProperty chunkProblemProperty() {
    return chunkProblem.getReadOnlyProperty();
  }

  /** How often each kind is timed. */
  public ObjectProperty<Repeats> repeatsProperty() {
    return repeats;
  }

  /** Whether the start of processes belongs to the measured time. */
  public ObjectProperty<RunRequest.Start> startProperty() {
    return start;
  }

  /** What is compared with the baseline; may be empty. */
  public ObservableSet<EngineKind> engines() {
    return engines;
  }

  /**
   * The engines of a run, in the order in which they take turns: the one that the report is about
   * last, so that its lanes stay on the screen.
   */
  public List<EngineKind> enginesInTurn() {
    var turn = new ArrayList<>(RunRequest.BASELINE);
    for (var engine : EngineKind.values()) {
      if (engine != EngineKind.PROCESSES && engines.contains(engine)) {
        turn.add(engine);
      }
    }
    if (engines.contains(EngineKind.PROCESSES)) {
      turn.add(EngineKind.PROCESSES);
    }
    return turn;
  }

  /** An engine can run the workload or not; one that was chosen and can again is chosen again. */
  void setRefused(EngineKind engine, boolean cannot) {
    if (cannot) {
      refused.add(engine);
      if (engines.remove(engine)) {
        waiting.add(engine);
      }
    } else {
      refused.remove(engine);
      if (waiting.remove(engine)) {
        engines.add(engine);
      }
    }
  }

  /** All of it as texts by name, to be put back with {@link #restore}. */
  public Map<String, String> state() {
    var wanted = EnumSet.noneOf(EngineKind.class);
    wanted.addAll(engines);
    wanted.addAll(waiting);
    return Map.of(
        "workers", workersText.get(),
        "chunk", chunkText.get(),
        "chunk-automatic", Boolean.toString(chunkAutomatic.get()),
        "repeats", repeats.get().name(),
        "start", start.get().name(),
        "engines", wanted.stream().map(Enum::name).collect(Collectors.joining(" ")));
  }

  /** Puts back what it was. */
  public void restore(Map<String, String> state) {
    workersText.set(state.get("workers"));
    chunkText.set(state.get("chunk"));
    chunkAutomatic.set(Boolean.parseBoolean(state.get("chunk-automatic")));
    repeats.set(Repeats.valueOf(state.get("repeats")));
    start.set(RunRequest.Start.valueOf(state.get("start")));
    var wanted = Set.of(state.get("engines").split(" "));
    for (var engine : EngineKind.values()) {
      var chosen = wanted.contains(engine.name());
      change(engines, engine, chosen && !refused.contains(engine));
      change(waiting, engine, chosen && refused.contains(engine));
    }
  }

  private static void change(Set<EngineKind> set, EngineKind engine, boolean in) {
    if (in) {
      set.add(engine);
    } else {
      set.remove(engine);
    }
  }

  /** Is told of every change by the person. */
  public void setOnChanged(Runnable listener) {
    onChanged = listener;
  }

  /** Takes over what a preset says about workers and chunk; without a word, as it was. */
  public void apply(Preset preset) {
    preset.workers().ifPresent(this::setWorkers);
    setChunk(preset.chunk());
  }

  /** Asks for a run of a workload with these options. */
  RunRequest request(String workload, Map<String, String> settings) {
    return new RunRequest(
        workload,
        settings,
        enginesInTurn(),
        workers.get(),
        chunk.get(),
        repeats.get().runs(),
        start.get());
  }

  /** Takes over what a request says, as far as there are options for it. */
  public void apply(RunRequest request) {
    setWorkers(request.workers());
    setChunk(request.chunk());
    Repeats.of(request.repeats()).ifPresent(repeats::set);
    start.set(request.start());
    engines.retainAll(request.compared());
    engines.addAll(request.compared());
  }

  /** Shows a sentence under {@code workers} or {@code chunk} until its text changes. */
  public boolean showError(String id, String sentence) {
    var target =
        switch (id) {
          case "workers" -> Optional.of(workersProblem);
          case "chunk" -> Optional.of(chunkProblem);
          default -> Optional.<ReadOnlyStringWrapper>empty();
        };
    target.ifPresent(problem -> problem.set(sentence));
    summarise();
    return target.isPresent();
  }

  /** Whether a run can start with these options. */
  public ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** The uppermost problem; empty when all is well. */
  public ReadOnlyStringProperty firstProblemProperty() {
    return firstProblem.getReadOnlyProperty();
  }

  private void refresh() {
    read(WORKERS, workersText.get(), workersProblem).ifPresent(workers::set);
    if (chunkAutomatic.get()) {
      chunkProblem.set("");
      chunk.set(OptionalInt.empty());
    } else {
      read(CHUNK, chunkText.get(), chunkProblem).ifPresent(n -> chunk.set(OptionalInt.of(n)));
    }
    var tooMany = workersProblem.get().isEmpty() && workers.get() > physicalCores;
    workersWarning.set(tooMany ? Messages.get("options.workers.warning", physicalCores) : "");
    summarise();
  }

  private void summarise() {
    firstProblem.set(workersProblem.get().isEmpty() ? chunkProblem.get() : workersProblem.get());
    valid.set(firstProblem.get().isEmpty());
  }

  private static OptionalInt read(Parameter limits, String text, StringProperty problem) {
    try {
      var value = Integer.parseInt(limits.check(text));
      problem.set("");
      return OptionalInt.of(value);
    } catch (InputException e) {
      problem.set(ParameterField.withoutId(limits, e.getMessage()));
      return OptionalInt.empty();
    }
  }
}
