package speedup.wire;

import java.util.ArrayList;
import java.util.List;
import speedup.wire.Message.BeginJob;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.ClassFile;
import speedup.wire.Message.ClassWanted;
import speedup.wire.Message.EndJob;
import speedup.wire.Message.Exiting;
import speedup.wire.Message.Failed;
import speedup.wire.Message.Fault;
import speedup.wire.Message.Finished;
import speedup.wire.Message.ForgetJob;
import speedup.wire.Message.Goodbye;
import speedup.wire.Message.Heartbeat;
import speedup.wire.Message.Hello;
import speedup.wire.Message.Initialized;
import speedup.wire.Message.Interrupt;
import speedup.wire.Message.JobEnded;
import speedup.wire.Message.Leave;
import speedup.wire.Message.Line;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Pong;
import speedup.wire.Message.Probe;
import speedup.wire.Message.Progress;
import speedup.wire.Message.Recall;
import speedup.wire.Message.Recalled;
import speedup.wire.Message.Started;
import speedup.wire.Message.Welcome;

/** Type codes and bodies of the messages. A code is never given to another message. */
final class MessageCodec {
  private static final int WELCOME = 1;
  private static final int PING = 2;
  private static final int PROBE = 3;
  private static final int BEGIN_JOB = 4;
  private static final int CHUNK = 5;
  private static final int END_JOB = 6;
  private static final int LEAVE = 7;
  private static final int FORGET_JOB = 8;
  private static final int INTERRUPT = 9;
  private static final int RECALL = 10;
  private static final int CLASS_FILE = 11;
  private static final int HELLO = 33;
  private static final int PONG = 34;
  private static final int STARTED = 35;
  private static final int FINISHED = 36;
  private static final int FAILED = 37;
  private static final int PROGRESS = 38;
  private static final int HEARTBEAT = 39;
  private static final int LINE = 40;
  private static final int GOODBYE = 41;
  private static final int JOB_ENDED = 42;
  private static final int INITIALIZED = 43;
  private static final int CLASS_WANTED = 44;
  private static final int RECALLED = 45;
  private static final int EXITING = 46;

  private static final Fault[] FAULTS = Fault.values();

  private MessageCodec() {}

  static int typeOf(Message message) {
    return switch (message) {
      case Welcome _ -> WELCOME;
      case Ping _ -> PING;
      case Probe _ -> PROBE;
      case BeginJob _ -> BEGIN_JOB;
      case Chunk _ -> CHUNK;
      case EndJob _ -> END_JOB;
      case ForgetJob _ -> FORGET_JOB;
      case Leave _ -> LEAVE;
      case Interrupt _ -> INTERRUPT;
      case Recall _ -> RECALL;
      case ClassFile _ -> CLASS_FILE;
      case Hello _ -> HELLO;
      case Pong _ -> PONG;
      case Started _ -> STARTED;
      case Finished _ -> FINISHED;
      case Failed _ -> FAILED;
      case Progress _ -> PROGRESS;
      case Heartbeat _ -> HEARTBEAT;
      case Line _ -> LINE;
      case Goodbye _ -> GOODBYE;
      case JobEnded _ -> JOB_ENDED;
      case Initialized _ -> INITIALIZED;
      case ClassWanted _ -> CLASS_WANTED;
      case Recalled _ -> RECALLED;
      case Exiting _ -> EXITING;
    };
  }

  static void write(Message message, OutBuffer out) {
    switch (message) {
      case Welcome m -> {
        out.putText(m.name());
        out.putVar(m.heartbeatMillis());
        writeTexts(m.admitted(), out);
        out.putBlock(m.initializer());
        out.putBlock(m.exitFunction());
      }
      case Ping m -> out.putLong(m.parentNanos());
      case Probe m -> out.putVar(m.number());
      case BeginJob m -> {
        out.putVar(m.job());
        out.putBlock(m.function());
        writeTexts(m.admitted(), out);
      }
      case Chunk m -> {
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putVar(m.items());
        out.put(m.announce() ? 1 : 0);
        out.putBlock(m.argument());
      }
      case Interrupt m -> {
        out.putVar(m.job());
        out.putVar(m.chunk());
      }
      case Recall _, Initialized _, Exiting _ -> {}
      case ClassFile m -> {
        out.putText(m.name());
        out.putBlock(m.bytes());
      }
      case ClassWanted m -> out.putText(m.name());
      case Recalled m -> {
        writeNumbers(m.jobs(), out);
        writeNumbers(m.chunks(), out);
      }
      case EndJob m -> out.putVar(m.job());
      case ForgetJob m -> out.putVar(m.job());
      case JobEnded m -> out.putVar(m.job());
      case Leave _ -> {}
      case Hello m -> {
        out.putVar(m.pid());
        out.putText(m.javaVersion());
      }
      case Pong m -> {
        out.putLong(m.parentNanos());
        out.putLong(m.workerNanos());
      }
      case Started m -> {
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
      }
      case Finished m -> {
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.started());
        out.putVar(m.deserialiseNanos());
        out.putVar(m.computeNanos());
        out.putVar(m.serialiseNanos());
        out.putBlock(m.result());
      }
      case Failed m -> {
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
        out.put(m.fault().ordinal());
        out.putText(m.type());
        out.putText(m.text());
        out.putText(m.stackTrace());
        out.putBlock(m.thrown());
      }
      case Progress m -> {
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
        out.putSigned(m.done());
      }
      case Heartbeat m -> {
        out.putVar(m.probe());
        out.putLong(m.at());
        out.putSigned(m.cpuNanos());
        out.putSigned(m.heapUsed());
        out.putSigned(m.heapMax());
        out.putSigned(m.residentBytes());
      }
      case Line m -> {
        out.putLong(m.at());
        out.putText(m.text());
      }
      case Goodbye _ -> {}
    }
  }

  static Message read(int type, InBuffer in) throws WireException {
    var message =
        switch (type) {
          case WELCOME ->
              new Welcome(
                  in.getText(), in.getVarInt(), readTexts(in), in.getBlock(), in.getBlock());
          case PING -> new Ping(in.getLong());
          case PROBE -> new Probe(in.getVarInt());
          case BEGIN_JOB -> new BeginJob(in.getVarInt(), in.getBlock(), readTexts(in));
          case CHUNK ->
              new Chunk(
                  in.getVarInt(), in.getVarInt(), in.getVarInt(), in.get() != 0, in.getBlock());
          case INTERRUPT -> new Interrupt(in.getVarInt(), in.getVarInt());
          case RECALL -> new Recall();
          case CLASS_FILE -> new ClassFile(in.getText(), in.getBlock());
          case INITIALIZED -> new Initialized();
          case CLASS_WANTED -> new ClassWanted(in.getText());
          case RECALLED -> recalled(readNumbers(in), readNumbers(in));
          case EXITING -> new Exiting();
          case END_JOB -> new EndJob(in.getVarInt());
          case FORGET_JOB -> new ForgetJob(in.getVarInt());
          case LEAVE -> new Leave();
          case HELLO -> new Hello(in.getVar(), in.getText());
          case PONG -> new Pong(in.getLong(), in.getLong());
          case STARTED -> new Started(in.getVarInt(), in.getVarInt(), in.getLong());
          case FINISHED ->
              new Finished(
                  in.getVarInt(),
                  in.getVarInt(),
                  in.getLong(),
                  in.getVar(),
                  in.getVar(),
                  in.getVar(),
                  in.getBlock());
          case FAILED ->
              new Failed(
                  in.getVarInt(),
                  in.getVarInt(),
                  in.getLong(),
                  fault(in.get()),
                  in.getText(),
                  in.getText(),
                  in.getText(),
                  in.getBlock());
          case PROGRESS ->
              new Progress(in.getVarInt(), in.getVarInt(), in.getLong(), in.getSigned());
          case HEARTBEAT ->
              new Heartbeat(
                  in.getVarInt(),
                  in.getLong(),
                  in.getSigned(),
                  in.getSigned(),
                  in.getSigned(),
                  in.getSigned());
          case LINE -> new Line(in.getLong(), in.getText());
          case GOODBYE -> new Goodbye();
          case JOB_ENDED -> new JobEnded(in.getVarInt());
          default -> throw new WireException("message type " + type + " is not known");
        };
    if (in.remaining() > 0) {
      throw new WireException(
          "%d bytes too many in a message of type %d".formatted(in.remaining(), type));
    }
    return message;
  }

  private static Fault fault(int code) throws WireException {
    if (code < 0 || code >= FAULTS.length) {
      throw new WireException("fault code " + code + " is not known");
    }
    return FAULTS[code];
  }

  private static Recalled recalled(int[] jobs, int[] chunks) throws WireException {
    if (jobs.length != chunks.length) {
      throw new WireException(jobs.length + " jobs for " + chunks.length + " chunks");
    }
    return new Recalled(jobs, chunks);
  }

  private static void writeNumbers(int[] numbers, OutBuffer out) {
    out.putVar(numbers.length);
    for (var number : numbers) {
      out.putVar(number);
    }
  }

  private static int[] readNumbers(InBuffer in) throws WireException {
    var numbers = new int[in.getCount(1)];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = in.getVarInt();
    }
    return numbers;
  }

  private static void writeTexts(List<String> texts, OutBuffer out) {
    out.putVar(texts.size());
    texts.forEach(out::putText);
  }

  private static List<String> readTexts(InBuffer in) throws WireException {
    var count = in.getCount(1);
    var texts = new ArrayList<String>(count);
    for (var i = 0; i < count; i++) {
      texts.add(in.getText());
    }
    return texts;
  }
}
