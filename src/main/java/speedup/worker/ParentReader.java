package speedup.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import speedup.wire.FrameReader;
import speedup.wire.Message;
import speedup.wire.Message.BeginJob;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.ClassFile;
import speedup.wire.Message.EndJob;
import speedup.wire.Message.ForgetJob;
import speedup.wire.Message.Interrupt;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Pong;
import speedup.wire.Message.Probe;
import speedup.wire.Message.Recalled;
import speedup.wire.Message.ToWorker;
import speedup.wire.Message.Welcome;

/** Reads what the parent says, and ends the process when the parent's end of the pipe closes. */
final class ParentReader implements Runnable {
  private static final int PROTOCOL_BROKEN = 70;

  private final FrameReader reader;
  private final Inbox inbox;
  private final TaskRunner runner;
  private final Pulse pulse;
  private final ParentClasses classes;
  private ArrayList<Chunk> arrived = new ArrayList<>();

  ParentReader(
      FrameReader reader, Inbox inbox, TaskRunner runner, Pulse pulse, ParentClasses classes) {
    this.reader = reader;
    this.inbox = inbox;
    this.runner = runner;
    this.pulse = pulse;
    this.classes = classes;
  }

  @Override
  public void run() {
    try {
      reader.expectMagic();
      while (true) {
        var message = reader.next();
        if (!(message instanceof ToWorker order)) {
          if (message == null) {
            WorkerMain.parentIsGone();
          }
          throw new IOException("the parent sent a worker's message");
        }
        handle(order);
        if (!arrived.isEmpty() && !reader.buffered()) {
          deliver();
        }
      }
    } catch (IOException e) {
      fatal(e.getMessage());
    } catch (OutOfMemoryError e) {
      WorkerMain.halt(Message.OUT_OF_MEMORY);
    } catch (RuntimeException | Error e) {
      // without this thread nobody would notice the end of the parent
      fatal(e.toString());
    }
  }

  private static void fatal(String why) {
    try {
      // goes to the log that the parent keeps of this worker
      System.err.println("speedup worker: " + why);
    } finally {
      WorkerMain.halt(PROTOCOL_BROKEN);
    }
  }

  private void handle(ToWorker order) throws IOException {
    switch (order.kind()) {
      case WELCOME -> {
        var welcome = (Welcome) order;
        ProcessName.set(welcome.name());
        pulse.start(welcome.heartbeatMillis());
        inbox.addAll(List.of(welcome));
      }
      case PING -> pulse.say(new Pong(((Ping) order).parentNanos(), System.nanoTime()));
      case PROBE -> pulse.answer(((Probe) order).number());
      case BEGIN_JOB -> runner.begin((BeginJob) order);
      case CHUNK -> arrived.add((Chunk) order);
      case FORGET_JOB -> runner.forget(((ForgetJob) order).job());
      case END_JOB -> {
        deliver();
        inbox.end((EndJob) order);
      }
      case INTERRUPT -> inbox.interrupt((Interrupt) order);
      case RECALL -> giveBack();
      case CLASS_FILE -> classes.arrived((ClassFile) order);
      case LEAVE -> {
        deliver();
        inbox.close();
      }
      // not by class, which would name them all: a worker starts some milliseconds earlier
      default -> throw new IOException("the parent sent " + order.kind());
    }
  }

  private void giveBack() throws IOException {
    deliver();
    var chunks = inbox.recall();
    pulse.say(
        new Recalled(
            chunks.stream().mapToInt(Chunk::job).toArray(),
            chunks.stream().mapToInt(Chunk::chunk).toArray()));
  }

  private void deliver() {
    if (!arrived.isEmpty()) {
      inbox.addAll(arrived);
      arrived = new ArrayList<>();
    }
  }
}
