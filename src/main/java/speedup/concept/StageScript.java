package speedup.concept;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import speedup.concept.StageState.Kind;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessQueue;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedValue;
import speedup.manager.Manager;
import speedup.pool.ProcessPool;
import speedup.pool.WorkerLauncher;
import speedup.pool.task.TaskAction;

/** What a concept has put on its stage, and everything that has to be closed with it. */
final class StageScript implements StageBuilder, AutoCloseable {
  /** Where an actor is performed. */
  enum Place {
    POOL,
    HERE,
    CHILD
  }

  /**
   * A process to be.
   *
   * @param said what it has said, in the order of that
   */
  record Role(String name, Place place, Script script, Plug plug, List<String> said) {}

  /** Something shared. */
  record Thing(String name, Kind kind, Supplier<Look> now) {}

  /** A number. */
  record Number(String id, String expected, Supplier<String> now, Predicate<String> right) {}

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Enough for 64 processes; one that is full makes them wait until the stage has read. */
  private static final int EVENTS = 4_096;

  final List<Role> roles = new ArrayList<>();
  final List<Thing> things = new ArrayList<>();
  final List<Number> numbers = new ArrayList<>();
  final ProcessQueue<StepEvent> events;
  final SharedInt held;
  final ProcessEvent curtain;

  private final OptionalInt asked;
  private final WorkerLauncher launcher;
  private final SpareManager managers;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  Duration patience = PATIENCE;

  StageScript(OptionalInt asked, WorkerLauncher launcher, SpareManager managers) {
    this.asked = asked;
    this.launcher = launcher;
    this.managers = managers;
    events = closing(new ProcessQueue<>(EVENTS, "speedup.concept"));
    held = closing(SharedValue.ofInt(0));
    curtain = closing(new ProcessEvent());
  }

  @Override
  public OptionalInt actors() {
    return asked;
  }

  @Override
  public void actor(String name, Script script) {
    add(name, Place.POOL, script);
  }

  @Override
  public void parent(String name, Script script) {
    add(name, Place.HERE, script);
  }

  @Override
  public TaskAction child(String name, Script script) {
    var role = add(name, Place.CHILD, script);
    return new ChildScript(script, role.plug());
  }

  /** A script as the task of a process that another script starts. */
  private record ChildScript(Script script, Plug plug) implements TaskAction {
    @Override
    public void run() throws Exception {
      PluggedStep.perform(script, plug);
    }
  }

  private Role add(String name, Place place, Script script) {
    if (roles.stream().anyMatch(role -> role.name().equals(name))) {
      throw new IllegalArgumentException("two processes are called " + name);
    }
    var gate = closing(new ProcessSemaphore(0));
    var rounds = closing(SharedValue.ofLong(0)).withoutLock();
    var plug = new Plug(roles.size(), events, held, curtain, rounds, gate);
    var role = new Role(name, place, script, plug, new CopyOnWriteArrayList<>());
    roles.add(role);
    return role;
  }

  @Override
  public void object(String name, Kind kind, Supplier<Look> now) {
    things.add(new Thing(name, kind, now));
  }

  @Override
  public void figure(String id, String expected, Supplier<String> now) {
    figure(id, expected, now, expected::equals);
  }

  @Override
  public void figure(String id, String expected, Supplier<String> now, Predicate<String> right) {
    numbers.add(new Number(id, expected, now, right));
  }

  @Override
  public List<String> said(String actor) {
    return roles.stream()
        .filter(role -> role.name().equals(actor))
        .findFirst()
        .map(role -> List.copyOf(role.said()))
        .orElseThrow(() -> new IllegalArgumentException("no process is called " + actor));
  }

  @Override
  public <T extends AutoCloseable> T closing(T more) {
    open.push(more);
    return more;
  }

  @Override
  public ProcessPool pool(int workers) {
    var pool = ProcessPool.builder().workers(workers).launcher(launcher).open();
    closing(pool::terminate); // a stage that is closed in the middle does not wait for its tasks
    return pool;
  }

  @Override
  public Manager manager() {
    return closing(managers.take());
  }

  @Override
  public void patience(Duration time) {
    patience = time;
  }

  /**
   * Closes what was opened, the last first; what cannot be closed does not keep the others open.
   */
  @Override
  public void close() {
    RuntimeException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("a part of the stage could not be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
