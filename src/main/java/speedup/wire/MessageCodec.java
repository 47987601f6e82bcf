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
import speedup.wire.Message.Kind;
import speedup.wire.Message.Leave;
import speedup.wire.Message.Line;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Pong;
import speedup.wire.Message.Probe;
import speedup.wire.Message.Progress;
import speedup.wire.Message.Recall;
import speedup.wire.Message.Recalled;
import speedup.wire.Message.Started;
import speedup.wire.Message.Told;
import speedup.wire.Message.Welcome;

/** The bodies of the messages. */
final class MessageCodec {
  private static final Kind[] KINDS = new Kind[64];

  static {
    for (var kind : Kind.values()) {
      KINDS[kind.code] = kind;
    }
  }

  private static final Fault[] FAULTS = Fault.values();

  private MessageCodec() {}

  static void write(Message message, OutBuffer out) {
    switch (message.kind()) {
      case WELCOME -> {
        var m = (Welcome) message;
        out.putText(m.name());
        out.putVar(m.heartbeatMillis());
        writeTexts(m.admitted(), out);
        out.putBlock(m.initializer());
        out.putBlock(m.exitFunction());
      }
      case PING -> out.putLong(((Ping) message).parentNanos());
      case PROBE -> out.putVar(((Probe) message).number());
      case BEGIN_JOB -> {
        var m = (BeginJob) message;
        out.putVar(m.job());
        out.putBlock(m.function());
        writeTexts(m.admitted(), out);
      }
      case CHUNK -> {
        var m = (Chunk) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putVar(m.items());
        out.put(m.announce() ? 1 : 0);
        out.putBlock(m.argument());
      }
      case INTERRUPT -> {
        var m = (Interrupt) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
      }
      case RECALL, INITIALIZED, EXITING -> {}
      case CLASS_FILE -> {
        var m = (ClassFile) message;
        out.putText(m.name());
        out.putBlock(m.bytes());
      }
      case CLASS_WANTED -> out.putText(((ClassWanted) message).name());
      case RECALLED -> {
        var m = (Recalled) message;
        writeNumbers(m.jobs(), out);
        writeNumbers(m.chunks(), out);
      }
      case END_JOB -> out.putVar(((EndJob) message).job());
      case FORGET_JOB -> out.putVar(((ForgetJob) message).job());
      case JOB_ENDED -> out.putVar(((JobEnded) message).job());
      case LEAVE -> {}
      case HELLO -> {
        out.putText(((Hello) message).javaVersion());
      }
      case PONG -> {
        var m = (Pong) message;
        out.putLong(m.parentNanos());
        out.putLong(m.workerNanos());
      }
      case STARTED -> {
        var m = (Started) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
      }
      case FINISHED -> {
        var m = (Finished) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.started());
        out.putVar(m.deserialiseNanos());
        out.putVar(m.computeNanos());
        out.putVar(m.serialiseNanos());
        out.putBlock(m.result());
      }
      case FAILED -> {
        var m = (Failed) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
        out.put(m.fault().ordinal());
        out.putText(m.type());
        out.putText(m.text());
        out.putText(m.stackTrace());
        out.putBlock(m.thrown());
      }
      case PROGRESS -> {
        var m = (Progress) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
        out.putSigned(m.done());
      }
      case TOLD -> {
        var m = (Told) message;
        out.putVar(m.job());
        out.putVar(m.chunk());
        out.putLong(m.at());
        out.putVar(m.numbers().length);
        for (var number : m.numbers()) {
          out.putSigned(number);
        }
      }
      case HEARTBEAT -> {
        var m = (Heartbeat) message;
        out.putVar(m.probe());
        out.putLong(m.at());
        out.putSigned(m.cpuNanos());
        out.putSigned(m.heapUsed());
        out.putSigned(m.heapMax());
        out.putSigned(m.residentBytes());
      }
      case LINE -> {
        var m = (Line) message;
        out.putLong(m.at());
        out.putText(m.text());
      }
      case GOODBYE -> {}
    }
  }

  static Message read(int type, InBuffer in) throws WireException {
    var kind = type >= 0 && type < KINDS.length ? KINDS[type] : null;
    if (kind == null) {
      throw new WireException("message type " + type + " is not known");
    }
    var message =
        switch (kind) {
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
          case HELLO -> new Hello(in.getText());
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
          case TOLD -> new Told(in.getVarInt(), in.getVarInt(), in.getLong(), readSigned(in));
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

  private static long[] readSigned(InBuffer in) throws WireException {
    var numbers = new long[in.getCount(1)];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = in.getSigned();
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
