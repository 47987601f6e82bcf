package speedup.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import speedup.pool.task.TaskContext;
import speedup.shm.SharedRegion;
import speedup.wire.FrameReader;
import speedup.wire.FrameWriter;
import speedup.wire.Message;

/**
 * The entry of a worker process.
 *
 * <pre>
 * stdin ──► reader thread ──► Inbox ──► main thread: runs tasks ──┐
 *                                                                ├──► FrameWriter ──► stdout
 *                     System.out ──► LineCapture ──► lines ───────┤
 *                     Pulse thread: heartbeats, late flushes ─────┘
 * </pre>
 *
 * The naked standard output belongs to the frames from the first instruction on; what a task prints
 * becomes messages. The end of standard input ends the process at once, whatever it is doing.
 */
public final class WorkerMain {
  private static final long INIT = 1; // the parent of those who have lost theirs
  private static final long PARENT_NANOS = 100_000_000;
  private static final long PARENT_LOOK_NANOS = 2_000_000;
  private static final int OUTPUT_LOST = 74;
  private static final int BROKEN = 70;

  private WorkerMain() {}

  /** Serves the parent until it says leave or its end of the pipe closes. */
  public static void main(String[] args) {
    var pipes = Pipes.take();
    var frames = new FrameWriter(pipes.toParent(), FrameWriter.LARGEST_BODY);
    var input = pipes.fromParent();
    System.setIn(InputStream.nullInputStream());
    var lines = new LineCapture(frames);
    System.setOut(new Printed(lines));
    try {
      frames.begin();
      frames.add(new Message.Hello(System.getProperty("java.version")));
      frames.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(new LastWords(lines, frames)));
      var inbox = new Inbox();
      var classes = new ParentClasses(frames);
      Thread.currentThread().setContextClassLoader(classes);
      var runner = new TaskRunner(inbox, frames, classes);
      TaskContext.install(runner);
      var pulse = new Pulse(frames, runner);
      var reader =
          new ParentReader(
              new FrameReader(input, FrameWriter.LARGEST_BODY), inbox, runner, pulse, classes);
      startDaemon("from parent", reader);
      runner.run();
      System.out.flush();
      lines.sendRest();
      SharedRegion.closeAll(); // before the parent may end this process
      frames.add(new Message.Goodbye());
      frames.flush();
      halt(0);
    } catch (IOException e) {
      outputLost(e);
    } catch (OutOfMemoryError e) {
      halt(Message.OUT_OF_MEMORY); // not even what failed could be told
    } catch (RuntimeException | Error e) {
      // a thread that a task left behind must not keep this process
      try {
        e.printStackTrace();
      } finally {
        halt(BROKEN);
      }
    }
  }

  /** Starts a thread that does not keep the process; without a builder, which has more to load. */
  static Thread startDaemon(String name, Runnable loop) {
    var thread = new Thread(loop, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Ends the process because the pipe to the parent broke, or because a task closed it. */
  static void outputLost(IOException why) {
    try {
      System.err.println("speedup worker: its way to the parent is lost: " + why.getMessage());
    } finally {
      halt(OUTPUT_LOST);
    }
  }

  /**
   * Ends the process, and deletes the shared memory that a killed parent has left to its last user.
   */
  static void parentIsGone() {
    // a process that is killed closes its pipes a moment before it counts as gone
    var last = System.nanoTime() + PARENT_NANOS;
    var parent = ProcessHandle.current().parent().filter(process -> process.pid() != INIT);
    while (parent.isPresent() && parent.get().isAlive() && System.nanoTime() < last) {
      LockSupport.parkNanos(PARENT_LOOK_NANOS);
    }
    SharedRegion.closeAll();
    halt(0);
  }

  /** Ends the process without waiting for the task's threads or hooks. */
  static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }

  /**
   * A task may end the process; what it printed before still reaches the parent. A class, because
   * the first lambda of a process costs it some milliseconds.
   */
  private record LastWords(LineCapture lines, FrameWriter frames) implements Runnable {
    @Override
    public void run() {
      System.out.flush();
      try {
        lines.sendRest();
        frames.add(new Message.Exiting());
        frames.flush();
      } catch (IOException e) {
        halt(OUTPUT_LOST);
      }
    }
  }

  /** What tasks print to. One of them may close it; the next one can print again. */
  private static final class Printed extends PrintStream {
    Printed(LineCapture lines) {
      super(lines, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      flush();
    }
  }
}
