package speedup.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskAction;
import speedup.wire.ClassFilter;
import speedup.wire.Message;
import speedup.wire.NotSendableException;
import speedup.wire.ValueWriter;

/**
 * The places of a pool, its jobs, and the thread that watches over both. Thread-safe.
 *
 * <pre>
 * submit ──► Dispatcher ──► WorkerLink.pump ──► pipe ──► worker process
 *                 ▲                                          │
 *                 └── LinkReader, a thread a worker ◄── pipe ┘ ──► Supply, PoolEvent listener
 * </pre>
 */
final class PoolCore implements WorkerSlot.Owner {
  private static final long JOIN_MILLIS = 3_000;

  final ReentrantLock lock = new ReentrantLock();
  private final WorkerLauncher launcher;
  final PoolOptions options;
  private final ClassFilter admitted;
  private final byte[] initializer;
  private final byte[] exitFunction;
  private final EventSink events;
  private final Dispatcher dispatcher = new Dispatcher(lock);
  private final ScheduledExecutorService watch =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("pool watch").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy()); // at the end nothing is left to watch
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private int nextJob; // guarded by lock
  private boolean closed; // guarded by lock

  /** Replaced as a whole under the lock, read without it. */
  private volatile List<WorkerSlot> slots = List.of();

  /** Places that were given up and whose processes may still be at work; guarded as the others. */
  private volatile List<WorkerSlot> departing = List.of();

  PoolCore(WorkerLauncher launcher, PoolOptions options, EventSink events) {
    this.launcher = Objects.requireNonNull(launcher);
    this.options = options;
    this.events = events;
    admitted = Admission.of(options.admitted(), options.initializer(), options.exitFunction());
    initializer = serialised(options.initializer(), "the initializer");
    exitFunction = serialised(options.exitFunction(), "the exit function");
    var rounds = new Rounds(options);
    watch.scheduleWithFixedDelay(
        () -> rounds.look(links()), Rounds.MILLIS, Rounds.MILLIS, TimeUnit.MILLISECONDS);
  }

  private byte[] serialised(TaskAction action, String what) {
    try {
      return action == null ? new byte[0] : ValueWriter.toBytes(action, admitted);
    } catch (NotSendableException e) {
      throw Failures.functionNotSendable(what, e);
    }
  }

  // --- places

  /**
   * Grows or shrinks to a number of places. Where it shrinks, the last ones end after the chunk
   * they work on; what they had not begun is done by others. Broken places are filled again.
   *
   * @param exactly false to grow only
   * @return done when all take work; fails with {@link PoolException.NoWorkers}
   */
  CompletableFuture<Void> resize(int workers, boolean exactly) {
    List<WorkerSlot> leaving = List.of();
    var waits = new ArrayList<CompletableFuture<Void>>();
    lock.lock();
    try {
      requireOpen();
      var present = new ArrayList<>(slots);
      if (exactly && present.size() > workers) {
        leaving = List.copyOf(present.subList(workers, present.size()));
        departing =
            Stream.concat(departing.stream(), leaving.stream())
                .filter(slot -> !slot.isOver())
                .toList();
        present.subList(workers, present.size()).clear();
      }
      for (var i = 0; i < workers; i++) {
        if (i == present.size()) {
          present.add(newSlot(i));
        } else if (present.get(i).state() instanceof WorkerSlot.State.Broken) {
          present.set(i, newSlot(i));
        }
        waits.add(present.get(i).whenReady());
      }
      slots = List.copyOf(present);
    } finally {
      lock.unlock();
    }
    leaving.forEach(WorkerSlot::leaveSoon);
    return CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new));
  }

  /** Its thread starts while the lock is held, and waits for it before it tells anybody. */
  private WorkerSlot newSlot(int worker) {
    var welcome =
        new Message.Welcome(
            "speedup-w" + (worker + 1),
            (int) options.heartbeat().toMillis(),
            admitted.prefixes(),
            initializer,
            exitFunction);
    var slot = new WorkerSlot(worker, launcher, options, welcome, dispatcher, this, events);
    slot.start();
    return slot;
  }

  List<WorkerSlot> slots() {
    return slots;
  }

  /** All places, also those that were given up. */
  private List<WorkerSlot> everyone() {
    var leaving = departing;
    return leaving.isEmpty() ? slots : Stream.concat(slots.stream(), leaving.stream()).toList();
  }

  List<WorkerLink> links() {
    return everyone().stream().map(WorkerSlot::link).filter(Objects::nonNull).toList();
  }

  WorkerLink link(int worker) {
    return links().stream().filter(link -> link.worker == worker).findFirst().orElse(null);
  }

  private void forgetDeparted() {
    lock.lock();
    try {
      departing = departing.stream().filter(slot -> !slot.isOver()).toList();
    } finally {
      lock.unlock();
    }
  }

  // --- jobs

  /** What was learned of a function before. */
  Pace pace(byte[] function) {
    return dispatcher.pace(function);
  }

  /**
   * Starts a job; a pool without workers gets one.
   *
   * @throws IllegalStateException when the pool is closed
   */
  Job submit(Job.Terms terms, Supply supply, Pace pace) {
    if (slots.isEmpty()) {
      resize(1, false);
    }
    Job job;
    boolean empty;
    lock.lock();
    try {
      requireOpen();
      job = new Job(nextJob++, terms, supply, pace);
      empty = dispatcher.add(job); // under the same lock: closing finds it, or it finds it closed
    } finally {
      lock.unlock();
    }
    if (empty) {
      job.done.complete(null);
    } else {
      var broken = slots.stream().anyMatch(slot -> slot.state() instanceof WorkerSlot.State.Broken);
      if (broken) {
        failWithoutWorkers();
      }
      pump(terms.places());
    }
    return job;
  }

  private void pump(int places) {
    for (var slot : slots) {
      var link = slot.worker < places ? slot.link() : null;
      if (link != null) {
        link.pump();
      }
    }
  }

  /** A job has got more chunks, or has learned that no more will come. */
  void supplied(Job job) {
    if (dispatcher.changed(job)) {
      complete(job);
      return;
    }
    offered();
  }

  @Override
  public void offered() {
    for (var link : links()) {
      if (link.held.size() == 0) {
        link.pump(); // who holds something looks for more by itself
      }
    }
  }

  void cancel(Job job) {
    fail(job, new PoolException.Cancelled());
  }

  // --- what links and slots tell

  @Override
  public int workers() {
    return Math.max(1, slots.size());
  }

  @Override
  public void ready(WorkerLink link) {
    lock.lock(); // until the place is entered in the list
    try {
      everyone().stream().filter(slot -> slot.link() == link).forEach(WorkerSlot::becameReady);
    } finally {
      lock.unlock();
    }
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
  public void failed(Ticket ticket, PoolException why) {
    var job = ticket.job;
    if (job.ended()) {
      return;
    }
    if (!job.supply.failed(ticket, why)) {
      fail(job, why);
    } else if (dispatcher.settled(job, 1)) {
      complete(job);
    }
  }

  @Override
  public void fail(Job job, PoolException why) {
    if (dispatcher.end(job)) {
      stopped(job, why);
    }
  }

  /** As {@link #cancel}, for a job that no worker has begun; false otherwise. */
  boolean withdraw(Job job) {
    var withdrawn = dispatcher.withdraw(job);
    if (withdrawn) {
      stopped(job, new PoolException.Cancelled());
    }
    return withdrawn;
  }

  private void stopped(Job job, PoolException why) {
    job.done.completeExceptionally(why);
    links().forEach(link -> link.endJob(job, true));
    watch.schedule(
        () ->
            links().stream()
                .filter(link -> link.held.worksOn(job))
                .forEach(link -> link.replace("it did not stop when its job was ended")),
        options.stopGrace().toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public byte[] classFile(String name) {
    var loaders = new ArrayList<ClassLoader>();
    for (var action : new TaskAction[] {options.initializer(), options.exitFunction()}) {
      if (action != null) {
        loaders.add(action.getClass().getClassLoader());
      }
    }
    dispatcher.open().stream()
        .filter(job -> job.terms.filter().admits(name))
        .forEach(job -> loaders.add(job.terms.loader()));
    return ClassFiles.find(name, loaders);
  }

  /** A place changed: chunks may have come back, or nobody may be left to do them. */
  @Override
  public void changed() {
    forgetDeparted();
    links().forEach(WorkerLink::pump);
    failWithoutWorkers();
  }

  private void failWithoutWorkers() {
    for (var job : dispatcher.open()) {
      var places = slots.stream().limit(job.terms.places()).toList();
      if (!places.isEmpty()
          && places.stream().allMatch(slot -> slot.state() instanceof WorkerSlot.State.Broken)) {
        fail(job, ((WorkerSlot.State.Broken) places.getFirst().state()).reason());
      }
    }
  }

  // --- the end

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the pool is closed; make a new one");
    }
  }

  /** Takes nothing new from now on; true when it was open. */
  boolean refuse() {
    lock.lock();
    try {
      var wasOpen = !closed;
      closed = true;
      return wasOpen;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  List<Job> openJobs() {
    return dispatcher.open();
  }

  /** Done when all processes are gone. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  /**
   * Ends everything, in this order: no new jobs; open jobs fail; workers are asked to leave; those
   * that do not leave in time are killed; helpers end. Returns when all processes are gone. Ending
   * again waits for the same end.
   */
  void end(Duration leave) {
    refuse();
    dispatcher.open().forEach(job -> fail(job, new PoolException.Closed()));
    var all = everyone();
    all.forEach(WorkerSlot::leave);
    var interrupted = join(all, System.nanoTime() + leave.toNanos());
    all.forEach(slot -> slot.kill("it did not leave when the pool was closed"));
    var last = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(JOIN_MILLIS);
    while (join(all, last)) {
      interrupted = true; // even then no process is left behind
    }
    watch.shutdownNow();
    gone.complete(null);
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
}
