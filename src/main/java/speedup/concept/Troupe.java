package speedup.concept;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import speedup.pool.AsyncResult;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;

/** The processes that perform a stage: workers of a pool, the app itself, and their children. */
final class Troupe {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private record End(int actor, String why) {}

  private final ProcessPool pool;
  private final List<AsyncResult<Integer>> tasks = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<ProcessHandle> children = new ArrayList<>();
  private final ConcurrentLinkedQueue<End> ends = new ConcurrentLinkedQueue<>();

  Troupe(ProcessPool pool) {
    this.pool = pool;
  }

  /** Has all of them begin. */
  void begin(List<StageScript.Role> roles) {
    var workers =
        (int) roles.stream().filter(role -> role.place() == StageScript.Place.POOL).count();
    if (workers > 0) {
      pool.start(workers);
    }
    for (var role : roles) {
      switch (role.place()) {
        case POOL -> tasks.add(perform(role));
        case HERE -> threads.add(performHere(role));
        case CHILD -> {} // a script starts it
      }
    }
  }

  private AsyncResult<Integer> perform(StageScript.Role role) {
    var actor = role.plug().actor();
    return pool.applyAsync(
        new Performance(role.script(), role.plug()),
        actor,
        _ -> {},
        failure -> {
          if (!(failure instanceof PoolException.TaskThrew)) { // what it threw, it told itself
            ends.add(new End(actor, failure.getMessage()));
          }
        });
  }

  private Thread performHere(StageScript.Role role) {
    return Thread.ofPlatform()
        .name("stage actor " + role.name())
        .daemon()
        .start(() -> {
          try {
            PluggedStep.perform(role.script(), role.plug());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Exception | Error e) {
            // it has told of it as its last word
          }
        });
  }

  /** A process has begun; of one that a script started nobody else tells when it dies. */
  void watch(StageScript.Role role, long pid) {
    if (role.place() != StageScript.Place.CHILD) {
      return;
    }
    Runnable gone =
        () -> ends.add(new End(role.plug().actor(), StageWords.say("gone", Long.toString(pid))));
    ProcessHandle.of(pid)
        .ifPresentOrElse(
            child -> {
              children.add(child);
              child.onExit().thenRun(gone);
            },
            gone);
  }

  /** Processes that died since the last call, and why. */
  Map<Integer, String> ends() {
    var now = new HashMap<Integer, String>();
    for (var end = ends.poll(); end != null; end = ends.poll()) {
      now.put(end.actor(), end.why());
    }
    return now;
  }

  /** Kills the process of a role; the app's own is left alone. */
  void kill(StageScript.Role role, long pid) {
    switch (role.place()) {
      case POOL -> {
        var pids = pool.pids();
        for (var worker = 0; worker < pids.length; worker++) {
          if (pids[worker] == pid) {
            pool.kill(worker);
          }
        }
      }
      case HERE -> {}
      case CHILD ->
          children.stream()
              .filter(process -> process.pid() == pid)
              .forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Nobody is to go on. */
  void stop() {
    tasks.forEach(AsyncResult::cancel);
    threads.forEach(Thread::interrupt);
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** As {@link #stop}, and waits for those that run in this process. */
  void end() {
    stop();
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var thread : threads) {
      try {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
