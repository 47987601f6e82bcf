package speedup.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskFunction;
import speedup.wire.NotSendableException;
import speedup.wire.ValueWriter;

/**
 * A pool of worker processes that stays warm until it is closed. Safe for use by several threads.
 *
 * <pre>
 * submit ──► Dispatcher ──► WorkerLink.pump ──► pipe ──► worker process
 *                 ▲                                          │
 *                 └── LinkReader, a thread a worker ◄── pipe ┘ ──► ResultSink, PoolEvent listener
 * </pre>
 *
 * A worker that dies costs the chunk it worked on one attempt; what it had not begun goes to
 * others, and a new process takes its place.
 */
public final class ProcessPool implements AutoCloseable {
  private static final long BRIEF_NANOS = 80_000;
  private static final long WATCH_MILLIS = 500;
  private static final long LEAVE_MILLIS = 500;
  private static final long JOIN_MILLIS = 3_000;

  private final WorkerLauncher launcher;
  private final PoolOptions options;
  private final EventSink events;
  private final ReentrantLock lock = new ReentrantLock();
  private final Dispatcher dispatcher = new Dispatcher(lock);
  private final Owner owner = new Owner();
  private final List<WorkerSlot> slots = new ArrayList<>(); // guarded by lock
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("pool watch").daemon().factory());
  private int nextJob; // guarded by lock
  private boolean closed; // guarded by lock

  /**
   * Makes a pool without workers.
   *
   * @param listener told of everything, on the pool's threads; quick and thread-safe
   */
  public ProcessPool(WorkerLauncher launcher, PoolOptions options, Consumer<PoolEvent> listener) {
    this.launcher = Objects.requireNonNull(launcher);
    this.options = options;
    this.events = new EventSink(listener);
    watch.scheduleWithFixedDelay(
        this::killSilent, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Grows the pool to at least so many workers; places that broke are filled again.
   *
   * @return done when all of them take work; fails with {@link PoolException.NoWorkers}
   * @throws IllegalStateException when the pool is closed
   */
  public CompletableFuture<Void> start(int workers) {
    var waits = new ArrayList<CompletableFuture<Void>>();
    lock.lock();
    try {
      requireOpen();
      for (var i = 0; i < workers; i++) {
        if (i == slots.size()) {
          slots.add(newSlot(i));
        } else if (slots.get(i).state() instanceof WorkerSlot.State.Broken) {
          slots.set(i, newSlot(i));
        }
        waits.add(slots.get(i).whenReady());
      }
    } finally {
      lock.unlock();
    }
    return CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new));
  }

  private WorkerSlot newSlot(int worker) {
    var slot = new WorkerSlot(worker, launcher, options, lock, dispatcher, owner, events);
    slot.start();
    return slot;
  }

  /** How many workers take work at this moment. */
  public int ready() {
    return (int)
        allSlots().stream().filter(slot -> slot.state() instanceof WorkerSlot.State.Ready).count();
  }

  /** The process ids of the workers that are up, by place; -1 where none is. */
  public long[] pids() {
    return allSlots().stream()
        .map(WorkerSlot::link)
        .mapToLong(link -> link == null ? -1 : link.process.pid())
        .toArray();
  }

  /**
   * Starts a job. Workers are started as the job needs them.
   *
   * @throws PoolException.NotTransferable when the function cannot be sent
   * @throws IllegalStateException when the pool is closed
   */
  @SuppressWarnings("unchecked")
  public <A, R> PoolJob submit(JobSpec<A, R> spec) throws PoolException {
    byte[] function;
    try {
      function = ValueWriter.toBytes(spec.function());
    } catch (NotSendableException e) {
      throw new PoolException.NotTransferable("the function: " + e.getMessage(), e);
    }
    start(spec.workers());
    Job job;
    lock.lock();
    try {
      requireOpen();
      job =
          new Job(
              nextJob++,
              (JobSpec<Object, Object>) spec,
              function,
              admittedFor(spec.function().getClass()));
      if (spec.chunks() > 0) {
        dispatcher.add(job); // under the same lock: closing finds it, or it finds the pool closed
      }
    } finally {
      lock.unlock();
    }
    if (spec.chunks() == 0) {
      job.done.complete(null);
    } else {
      allSlots().stream()
          .limit(spec.workers())
          .map(WorkerSlot::link)
          .filter(Objects::nonNull)
          .forEach(WorkerLink::pump);
      owner.changed();
    }
    return new PoolJob() {
      @Override
      public CompletableFuture<Void> done() {
        return job.done;
      }

      @Override
      public void cancel() {
        owner.fail(job, new PoolException.Cancelled());
      }
    };
  }

  /** Runs one task on the first worker and waits for its result. */
  public <A, R> R apply(TaskFunction<A, R> function, A argument, Duration timeout)
      throws PoolException, InterruptedException, java.util.concurrent.TimeoutException {
    var result = new AtomicReference<R>();
    var job =
        submit(
            new JobSpec<A, R>(
                function, 1, _ -> argument, _ -> 1, 1, 0, (_, _, value) -> result.set(value)));
    try {
      awaitBriefly(job.done());
      job.done().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return result.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw (PoolException) e.getCause();
    } finally {
      if (!job.done().isDone()) {
        job.cancel();
      }
    }
  }

  /** A short task is back before the scheduler would have put this thread to sleep and woken it. */
  private static void awaitBriefly(CompletableFuture<?> done) {
    var from = System.nanoTime();
    while (!done.isDone() && System.nanoTime() - from < BRIEF_NANOS) {
      Thread.yield();
    }
  }

  /** A task's own package may cross beside what the options admit. */
  private List<String> admittedFor(Class<?> function) {
    var admitted = new ArrayList<>(options.admitted());
    var ownPackage = function.getPackageName();
    if (!ownPackage.isEmpty()) {
      admitted.add(ownPackage + ".");
    }
    return admitted;
  }

  /** Asks every worker for a heartbeat; done when all have answered or are gone. */
  public CompletableFuture<Void> probe() {
    return CompletableFuture.allOf(
        allSlots().stream()
            .map(WorkerSlot::link)
            .filter(link -> link != null && link.ready())
            .map(WorkerLink::probe)
            .toArray(CompletableFuture[]::new));
  }

  /** Ends a worker's process with a signal that it cannot refuse; it is replaced. */
  public void kill(int worker) {
    allSlots().stream()
        .filter(slot -> slot.worker == worker)
        .map(WorkerSlot::link)
        .filter(Objects::nonNull)
        .forEach(WorkerLink::killOnRequest);
  }

  /** Asks a worker's process to end; it is replaced. */
  public void terminate(int worker) {
    allSlots().stream()
        .filter(slot -> slot.worker == worker)
        .map(WorkerSlot::link)
        .filter(Objects::nonNull)
        .forEach(WorkerLink::terminateOnRequest);
  }

  /**
   * Ends everything, in this order: no new jobs; open jobs fail; workers are asked to leave; those
   * that do not leave within half a second are killed; helpers end. Returns when all processes are
   * gone. Closing again waits for the same end.
   */
  @Override
  public void close() {
    end(LEAVE_MILLIS);
  }

  /** As {@link #close()}, without asking: every worker is killed at once. */
  public void terminate() {
    end(0);
  }

  /** As {@link #close()}, with another limit after which workers are killed. */
  void end(long leaveMillis) {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    dispatcher.open().forEach(job -> owner.fail(job, new PoolException.Closed()));
    var all = allSlots();
    all.forEach(WorkerSlot::leave);
    var now = System.nanoTime();
    var interrupted = join(all, now + TimeUnit.MILLISECONDS.toNanos(leaveMillis));
    all.forEach(slot -> slot.kill("it did not leave when the pool was closed"));
    var last = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(JOIN_MILLIS);
    while (join(all, last)) {
      interrupted = true; // even then no process is left behind
    }
    watch.shutdownNow();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for all places to end; true when the waiting thread was interrupted. */
  private static boolean join(List<WorkerSlot> slots, long deadline) {
    try {
      for (var slot : slots) {
        slot.join(Math.max(0, deadline - System.nanoTime()));
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the pool is closed; make a new one");
    }
  }

  private List<WorkerSlot> allSlots() {
    lock.lock();
    try {
      return List.copyOf(slots);
    } finally {
      lock.unlock();
    }
  }

  private void killSilent() {
    for (var slot : allSlots()) {
      var link = slot.link();
      if (link == null) {
        continue;
      }
      var limit = link.ready() ? options.silence() : options.startLimit();
      if (link.silentNanos() <= limit.toNanos()) {
        link.suspected = false;
      } else if (link.suspected) {
        link.kill("it was silent for %d s".formatted(limit.toSeconds()));
      } else {
        // perhaps this process itself was held up, and the worker's words are waiting
        link.suspected = true;
      }
    }
  }

  /** What links and slots may ask of the pool. */
  private final class Owner implements WorkerSlot.Owner {
    @Override
    public void ready(WorkerLink link) {
      allSlots().get(link.worker).becameReady();
      events.accept(
          new PoolEvent.Ready(
              link.worker, System.nanoTime(), link.process.pid(), link.clock.offset()));
    }

    @Override
    public void complete(Job job) {
      job.done.complete(null);
      links().forEach(link -> link.endJob(job, false));
    }

    @Override
    public void fail(Job job, PoolException why) {
      if (!dispatcher.end(job)) {
        return;
      }
      job.done.completeExceptionally(why);
      links().forEach(link -> link.endJob(job, true));
      watch.schedule(
          () -> links().stream().filter(link -> link.held.worksOn(job)).forEach(WorkerLink::stop),
          options.stopGrace().toMillis(),
          TimeUnit.MILLISECONDS);
    }

    /** A place changed: chunks may have come back, or nobody may be left to do them. */
    @Override
    public void changed() {
      links().forEach(WorkerLink::pump);
      for (var job : dispatcher.open()) {
        var places = allSlots().stream().limit(job.spec.workers()).toList();
        if (!places.isEmpty()
            && places.stream().allMatch(slot -> slot.state() instanceof WorkerSlot.State.Broken)) {
          var reason = ((WorkerSlot.State.Broken) places.getFirst().state()).reason();
          fail(job, new PoolException.NoWorkers(reason));
        }
      }
    }

    private List<WorkerLink> links() {
      return allSlots().stream().map(WorkerSlot::link).filter(Objects::nonNull).toList();
    }
  }
}
