package speedup.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import speedup.pool.JvmLauncher;
import speedup.pool.task.TaskFunction;
import speedup.wire.FrameReader;
import speedup.wire.FrameWriter;
import speedup.wire.Message;
import speedup.wire.ValueReader;
import speedup.wire.ValueWriter;

/** A worker process that a test speaks to by single messages. */
final class RawWorker implements AutoCloseable {
  static final List<String> ADMITTED = List.of("speedup.");

  final Process process;
  final FrameWriter out;
  final FrameReader in;

  RawWorker() throws IOException {
    process = JvmLauncher.ofThisProcess(List.of()).launch("raw");
    out = new FrameWriter(process.getOutputStream(), FrameWriter.LARGEST_BODY);
    in =
        new FrameReader(
            new BufferedInputStream(process.getInputStream()), FrameWriter.LARGEST_BODY);
  }

  /** Says the first words and waits for the worker's. */
  RawWorker greet() throws IOException {
    out.begin();
    send(new Message.Welcome("speedup-raw", 50, ADMITTED, new byte[0], new byte[0]));
    in.expectMagic();
    next(Message.Hello.class, _ -> true);
    return this;
  }

  void send(Message message) throws IOException {
    out.add(message);
    out.flush();
  }

  void begin(int job, TaskFunction<Integer, ?> function) throws Exception {
    send(new Message.BeginJob(job, ValueWriter.toBytes(function), ADMITTED));
  }

  void chunk(int job, int chunk, Object argument) throws Exception {
    send(new Message.Chunk(job, chunk, 1, true, ValueWriter.toBytes(argument)));
  }

  /** Reads until such a message comes. */
  <M extends Message> M next(Class<M> type, Predicate<M> such) throws IOException {
    while (true) {
      var message = in.next();
      assertTrue(message != null, "the worker ended before it sent a " + type.getSimpleName());
      if (type.isInstance(message) && such.test(type.cast(message))) {
        return type.cast(message);
      }
    }
  }

  /** Everything up to the result of a chunk, that last. */
  List<Message> untilFinished(int chunk) throws IOException {
    var all = new ArrayList<Message>();
    while (true) {
      var message = in.next();
      assertTrue(message != null, "the worker ended before chunk " + chunk + " was done");
      all.add(message);
      if (message instanceof Message.Finished finished && finished.chunk() == chunk) {
        return all;
      }
    }
  }

  static Object value(Message.Finished finished) throws IOException {
    return ValueReader.fromBytes(
        finished.result(),
        new speedup.wire.ClassFilter(java.util.Set.copyOf(ADMITTED)),
        RawWorker.class.getClassLoader());
  }

  void awaitEnd() throws InterruptedException {
    assertTrue(process.waitFor(5, TimeUnit.SECONDS), "still alive");
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.getOutputStream().close();
    process.getInputStream().close();
    process.getErrorStream().close();
  }
}
