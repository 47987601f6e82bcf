package speedup.concept;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;

/**
 * Performs what is on a stage. One thread reads what the processes tell, does what the person asks
 * for, and makes the state; everything it holds is its own.
 */
final class LiveStage implements Stage {
  private static final Duration TICK = Duration.ofMillis(20);
  private static final long SLOW_NANOS = 700_000_000L;
  private static final long CLOSE_SECONDS = 30;
  private static final long START_NANOS = 60_000_000_000L;

  /** At most so many words of the processes are read before the state is made again. */
  private static final int BATCH = 2_000;

  private final String concept;
  private final String variant;
  private final StageScript script;
  private final Troupe troupe;
  private final long timeLimit;
  private final LinkedBlockingQueue<Runnable> wishes = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile StageState state;
  private volatile Consumer<StageState> listener = _ -> {};
  private volatile boolean closing;

  // the thread's own
  private final StageLog log = new StageLog();
  private final List<Player> players = new ArrayList<>();
  private Pace pace;
  private long freeSince;
  private long lastLetGo;
  private Optional<Outcome> outcome = Optional.empty();

  /**
   * Begins.
   *
   * @param timeLimit for all of it, while nobody is held
   */
  LiveStage(
      String concept,
      String variant,
      StageScript script,
      Troupe troupe,
      Pace pace,
      Duration timeLimit) {
    this.concept = concept;
    this.variant = variant;
    this.script = script;
    this.troupe = troupe;
    this.pace = pace;
    this.timeLimit = timeLimit.toNanos();
    for (var role : script.roles) {
      players.add(new Player(role, log));
    }
    script.held.set(pace == Pace.FREE ? 0 : 1);
    state = snapshot();
    thread = Thread.ofPlatform().name("stage " + concept).daemon().start(this::perform);
  }

  @Override
  public StageState state() {
    return state;
  }

  @Override
  public void onChange(Consumer<StageState> told) {
    listener = told;
    told.accept(state);
  }

  @Override
  public void pace(Pace wanted) {
    wishes.add(() -> {
      if (wanted == Pace.FREE && pace != Pace.FREE) {
        freeSince = System.nanoTime(); // thinking about what will happen takes no time of it
      }
      pace = wanted;
      script.held.set(wanted == Pace.FREE ? 0 : 1);
    });
  }

  @Override
  public void step(String actor) {
    wishes.add(
        () -> players.stream().filter(player -> player.isCalled(actor)).forEach(Player::letGo));
  }

  @Override
  public void kill(String actor) {
    wishes.add(() ->
        players.stream()
            .filter(player -> player.isCalled(actor) && player.pid() > 0)
            .findFirst()
            .ifPresent(player -> troupe.kill(player.role(), player.pid())));
  }

  @Override
  public void close() {
    closing = true;
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the stage %s did not end within %d seconds".formatted(concept, CLOSE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void perform() {
    freeSince = System.nanoTime();
    var raised = false;
    try {
      troupe.begin(script.roles);
      while (!closing) {
        read();
        for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
          wish.run();
        }
        troupe.ends().forEach((actor, why) -> players.get(actor).died(why));
        if (!raised && players.stream().allMatch(Player::isReady)) {
          raised = true;
          freeSince = System.nanoTime();
          script.curtain.set();
        }
        players.forEach(Player::lookAtRounds);
        letGo();
        if (outcome.isEmpty()) {
          var elapsed = System.nanoTime() - freeSince;
          outcome = raised ? outcome(elapsed) : outcomeOfBeginning(elapsed);
          outcome.ifPresent(_ -> finish());
        }
        publish();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // only by closing
    } catch (RuntimeException | Error e) { // whoever waits for the end must hear of it
      fail(e);
    } finally {
      try {
        troupe.end();
      } finally {
        script.close();
        closed.countDown();
      }
    }
  }

  /** What the processes told; waits a little for the first word. */
  private void read() throws InterruptedException {
    var event = script.events.poll(TICK);
    for (var count = 0; event != null && count < BATCH; count++) {
      players.get(event.actor()).hear(event);
      event = script.events.poll();
    }
    if (event != null) {
      players.get(event.actor()).hear(event);
    }
  }

  private void letGo() {
    var now = System.nanoTime();
    if (pace == Pace.FREE) {
      players.forEach(Player::letGo);
    } else if (pace == Pace.SLOW && now - lastLetGo > SLOW_NANOS) {
      players.stream()
          .filter(Player::isHeld)
          .min((a, b) -> Long.compare(a.since(), b.since()))
          .ifPresent(player -> {
            player.letGo();
            lastLetGo = now;
          });
    }
  }

  /** Sixty processes take their time to start on a small machine. */
  private static Optional<Outcome> outcomeOfBeginning(long elapsed) {
    return elapsed > START_NANOS ? Optional.of(Outcome.OUT_OF_TIME) : Optional.empty();
  }

  private Optional<Outcome> outcome(long elapsed) {
    if (players.stream().allMatch(player -> player.isOver() || player.isUnused())) {
      return Optional.of(Outcome.DONE);
    }
    var active = players.stream().filter(player -> !player.isOver() && !player.isUnused()).toList();
    var patience = script.patience.toNanos();
    if (active.stream().allMatch(player -> player.isInOperationFor(patience))) {
      return Optional.of(Outcome.STUCK);
    }
    return pace == Pace.FREE && elapsed > timeLimit
        ? Optional.of(Outcome.OUT_OF_TIME)
        : Optional.empty();
  }

  /** Nobody goes on from here. */
  private void finish() {
    log.add("", StageWords.say("outcome." + outcome.orElseThrow()));
    if (outcome.orElseThrow() != Outcome.DONE) {
      players.forEach(Player::stop);
      troupe.stop();
    }
  }

  private void fail(Throwable why) {
    log.add("", StageWords.say("outcome." + Outcome.FAILED, why.toString()));
    outcome = Optional.of(Outcome.FAILED);
    state =
        new StageState(
            concept,
            variant,
            pace,
            players.stream().map(Player::look).toList(),
            state.objects(),
            state.figures(),
            log.lines(),
            log.dropped(),
            outcome);
    listener.accept(state);
  }

  private void publish() {
    var now = snapshot();
    if (!now.equals(state)) {
      state = now;
      listener.accept(now);
    }
  }

  private StageState snapshot() {
    var actors = players.stream().map(Player::look).toList();
    var things = script.things.stream().map(thing -> Things.look(thing, players)).toList();
    var figures = script.numbers.stream().map(this::figure).toList();
    return new StageState(
        concept, variant, pace, actors, things, figures, log.lines(), log.dropped(), outcome);
  }

  private StageState.Figure figure(StageScript.Number number) {
    var value = number.now().get();
    var right =
        number.expected().isEmpty() || outcome.isEmpty()
            ? Optional.<Boolean>empty()
            : Optional.of(number.right().test(value));
    return new StageState.Figure(number.id(), value, number.expected(), right);
  }
}
