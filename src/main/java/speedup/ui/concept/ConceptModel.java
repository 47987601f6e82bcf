package speedup.ui.concept;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.Stage;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;
import speedup.ui.fx.UiThread;

/**
 * Which concept is on the stage, and how far it is. A stage is opened as soon as it is chosen, with
 * its processes held before their first operation, so that the class sees who is there before it
 * says what will happen. Knows no control; for the UI thread.
 */
public final class ConceptModel implements AutoCloseable {
  /** No answer was chosen. */
  static final int NO_ANSWER = -1;

  private final ConceptRoom room;
  private final UiThread ui;
  private final ReadOnlyObjectWrapper<ConceptRoom.Wish> wish = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.FREE);
  private final IntegerProperty answer = new SimpleIntegerProperty(NO_ANSWER);
  private final ReadOnlyObjectWrapper<Optional<StageRelay.Seen>> seen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Stage stage;
  private String lastStepped = "";
  private boolean runWhenOpen;
  private long generation;

  /** A model of the first concept; nothing is opened yet. */
  public ConceptModel(Supplier<ConceptLab> labs, UiThread ui) {
    this.ui = ui;
    room = new ConceptRoom(labs);
    var first = ConceptLab.concepts().getFirst();
    wish.set(new ConceptRoom.Wish(first, Concept.NORMAL, OptionalInt.empty()));
    pace.addListener(_ -> paceChanged());
  }

  /** What is on the stage. */
  ReadOnlyObjectProperty<ConceptRoom.Wish> wishProperty() {
    return wish.getReadOnlyProperty();
  }

  /** How the processes go on once they run. */
  public ObjectProperty<Pace> paceProperty() {
    return pace;
  }

  /** The answer of the class, from 0; {@link #NO_ANSWER} for none. */
  public IntegerProperty answerProperty() {
    return answer;
  }

  /** What is to be drawn; empty while the processes start. */
  ReadOnlyObjectProperty<Optional<StageRelay.Seen>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** How the stage is now; empty while its processes start. */
  public Optional<StageState> state() {
    return seen.get().map(StageRelay.Seen::state);
  }

  /** Why there is no stage; else empty. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether any process was let go. */
  public ReadOnlyBooleanProperty begunProperty() {
    return begun.getReadOnlyProperty();
  }

  /** Whether processes go on by themselves. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Has processes started, and opens the stage that is chosen, unless it is open. */
  void begin() {
    if (generation == 0) {
      room.warmUp();
      reset();
    }
  }

  /** Puts another concept on the stage, as it is meant. */
  public void choose(Concept concept) {
    if (concept != null && !concept.id().equals(wish.get().concept().id())) {
      change(new ConceptRoom.Wish(concept, Concept.NORMAL, wish.get().actors()));
    }
  }

  /** Shows another side of the concept. */
  public void choose(String variant) {
    if (variant != null && !variant.equals(wish.get().variant())) {
      change(new ConceptRoom.Wish(wish.get().concept(), variant, wish.get().actors()));
    }
  }

  /** How many processes of the kind that can be many; empty for the usual. */
  public void choose(OptionalInt actors) {
    if (actors != null && !actors.equals(wish.get().actors())) {
      wish.set(new ConceptRoom.Wish(wish.get().concept(), wish.get().variant(), actors));
      reset();
    }
  }

  private void change(ConceptRoom.Wish next) {
    answer.set(NO_ANSWER);
    wish.set(next);
    reset();
  }

  /** Ends the processes, and puts new ones before their first operation. */
  public void reset() {
    reopen(false);
  }

  /** Takes back the answer and what was seen, for a class that is to predict; not in a run. */
  void clean() {
    if (!running.get()) {
      answer.set(NO_ANSWER);
      if (begun.get()) {
        reset();
      }
    }
  }

  private void reopen(boolean thenRun) {
    var mine = ++generation;
    stage = null;
    runWhenOpen = thenRun;
    lastStepped = "";
    begun.set(false);
    running.set(false);
    failure.set("");
    seen.set(Optional.empty());
    room.open(
        wish.get(),
        opened -> {
          ui.execute(() -> opened(mine, opened));
          StageRelay.follow(opened, ui, now -> show(mine, now));
        },
        sentence -> ui.execute(() -> failed(mine, sentence)));
  }

  private void opened(long which, Stage opened) {
    if (which == generation) {
      stage = opened;
      if (runWhenOpen) {
        letRun();
      }
    }
  }

  private void show(long which, StageRelay.Seen now) {
    if (which == generation) {
      var state = now.state();
      running.set(begun.get() && state.pace() != Pace.HELD && state.outcome().isEmpty());
      seen.set(Optional.of(now));
    }
  }

  private void failed(long which, String sentence) {
    if (which == generation) {
      failure.set(sentence);
    }
  }

  /** Lets the processes go on as the pace says: all of them, or the next one by one operation. */
  public void run() {
    if (stage == null) {
      if (failure.get().isEmpty()) {
        runWhenOpen = true;
      } else {
        reopen(true);
      }
    } else if (state().flatMap(StageState::outcome).isPresent()) {
      reopen(pace.get() != Pace.HELD);
    } else if (pace.get() == Pace.HELD) {
      stepNext();
    } else {
      letRun();
    }
  }

  private void letRun() {
    begun.set(true);
    stage.pace(pace.get());
  }

  private void paceChanged() {
    if (stage != null && begun.get() && pace.get() != null) {
      // one who has begun to step chooses to go on, or to hold what runs
      stage.pace(pace.get());
    }
  }

  /** Lets the next held process do one operation: each has its turn. */
  private void stepNext() {
    var actors = state().map(StageState::actors).orElse(java.util.List.of());
    var last = actors.stream().map(Actor::name).toList().indexOf(lastStepped);
    for (var i = 1; i <= actors.size(); i++) {
      var actor = actors.get((last + i) % actors.size());
      if (actor.phase() == Phase.HELD) {
        step(actor.name());
        return;
      }
    }
  }

  /** Lets a process that is held do one operation. */
  public void step(String actor) {
    if (stage != null) {
      begun.set(true);
      lastStepped = actor;
      stage.step(actor);
    }
  }

  /** Kills a process. */
  public void kill(String actor) {
    if (stage != null) {
      begun.set(true);
      stage.kill(actor);
    }
  }

  /** Stops what goes on by itself: the stage begins anew. */
  public void stop() {
    if (running.get()) {
      reset();
    }
  }

  /** Ends all processes. */
  @Override
  public void close() {
    generation++;
    stage = null;
    running.set(false);
    room.close();
  }
}
