package speedup.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
import speedup.wire.Message.Told;
import speedup.wire.Message.Welcome;

class FrameTest {
  private static final int LIMIT = 10_000;
  private static final int MAX = Integer.MAX_VALUE;
  private static final byte[] BYTES = {1, 2, 3};

  private static List<Message> oneOfEach() {
    return List.of(
        new Welcome("worker 1", 250, List.of("a.", "b."), BYTES, new byte[0]),
        new Ping(Long.MIN_VALUE),
        new Probe(MAX),
        new BeginJob(0, BYTES, List.of()),
        new Chunk(MAX, 0, 128, true, BYTES),
        new Interrupt(1, MAX),
        new Recall(),
        new ClassFile("a.B", BYTES),
        new EndJob(7),
        new ForgetJob(7),
        new Leave(),
        new Hello("25.0.3"),
        new Pong(-1, Long.MAX_VALUE),
        new Started(1, 2, -3),
        new Finished(1, 2, -3, 4, 5, Long.MAX_VALUE, BYTES),
        new Failed(1, 2, 3, Fault.UNSENDABLE, "type", "text", "trace", BYTES),
        new JobEnded(9),
        new Initialized(),
        new ClassWanted("a.B"),
        new Recalled(new int[] {1, MAX}, new int[] {0, 2}),
        new Exiting(),
        new Progress(1, 2, 3, -4),
        new Told(1, 2, 3, new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE}),
        new Heartbeat(1, 2, -1, 3, 4, -1),
        new Line(1, "größer\t漢字"),
        new Goodbye());
  }

  @Test
  void readsOnAfterALongMessageThatEndsItsBuffer() throws IOException {
    var numbers = new long[1 << 18];
    Arrays.fill(numbers, Long.MAX_VALUE);
    var bytes = new ByteArrayOutputStream();
    var writer = new FrameWriter(bytes, FrameWriter.LARGEST_BODY);
    writer.add(new Told(1, 2, 3, numbers));
    writer.flush();
    var rest = written(List.of(new Goodbye()));
    var reader =
        new FrameReader(
            new SequenceInputStream(
                new ByteArrayInputStream(bytes.toByteArray()), new ByteArrayInputStream(rest)),
            FrameWriter.LARGEST_BODY);

    assertInstanceOf(Told.class, reader.next());
    assertInstanceOf(Goodbye.class, reader.next());
  }

  private static byte[] written(List<Message> messages) throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new FrameWriter(out, LIMIT);
    for (var message : messages) {
      writer.add(message);
    }
    writer.flush();
    return out.toByteArray();
  }

  private static FrameReader reader(byte... bytes) {
    return new FrameReader(new ByteArrayInputStream(bytes), LIMIT);
  }

  private static void assertSameMessage(Message expected, Message actual) {
    assertEquals(expected.getClass(), actual.getClass());
    try {
      for (var component : expected.getClass().getRecordComponents()) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        assertArrayEquals(
            new Object[] {accessor.invoke(expected)},
            new Object[] {accessor.invoke(actual)},
            component.toString());
      }
    } catch (ReflectiveOperationException e) {
      fail(e);
    }
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(permitted -> collect(permitted, found));
    } else {
      found.add(type);
    }
  }

  @Test
  void everyMessageThereIsIsTestedHereAndHasATypeOfItsOwn() {
    var kinds = new HashSet<Class<?>>();
    collect(Message.class, kinds);
    var tested = new HashSet<Class<?>>();
    oneOfEach().forEach(message -> tested.add(message.getClass()));
    assertEquals(kinds, tested);
    assertEquals(kinds.size(), oneOfEach().stream().map(Message::kind).distinct().count());
  }

  @Test
  void everyMessageArrivesAsItWas() throws IOException {
    var reader = reader(written(oneOfEach()));
    for (var message : oneOfEach()) {
      assertSameMessage(message, reader.next());
    }
    assertNull(reader.next());
  }

  @Test
  void messagesArriveByteByByte() throws IOException {
    var bytes = written(oneOfEach());
    var dripping =
        new InputStream() {
          private int next;

          @Override
          public int read() {
            return next < bytes.length ? bytes[next++] & 0xff : -1;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            var one = read();
            if (one < 0) {
              return -1;
            }
            into[from] = (byte) one;
            return 1;
          }

          @Override
          public int available() {
            return next < bytes.length ? 1 : 0;
          }
        };
    var reader = new FrameReader(dripping, LIMIT);
    for (var message : oneOfEach()) {
      assertSameMessage(message, reader.next());
      assertFalse(reader.buffered());
    }
    assertNull(reader.next());
  }

  @Test
  void tellsWhetherAWholeMessageIsHere() throws IOException {
    var reader = reader(written(List.of(new Ping(1), new Ping(2))));
    assertFalse(reader.buffered());
    reader.next();
    assertTrue(reader.buffered());
    reader.next();
    assertFalse(reader.buffered());
  }

  @Test
  void manyMessagesPassThroughOneBuffer() throws IOException {
    var messages = new ArrayList<Message>();
    var random = new Random(1);
    for (var i = 0; i < 2_000; i++) {
      messages.add(new Chunk(1, i, 1, false, new byte[random.nextInt(500)]));
    }
    var reader = reader(written(messages));
    for (var message : messages) {
      assertSameMessage(message, reader.next());
    }
  }

  @Test
  void knowsItsMagicNumber() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new FrameWriter(out, LIMIT);
    writer.begin();
    writer.add(new Ping(5));
    writer.flush();
    var reader = reader(out.toByteArray());
    reader.expectMagic();
    assertSameMessage(new Ping(5), reader.next());

    var stray = reader("Hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var refused = assertThrows(WireException.class, stray::expectMagic);
    assertTrue(refused.getMessage().contains("something else was printed"));
    assertThrows(EOFException.class, reader((byte) 1)::expectMagic);
  }

  @Test
  void refusesAnotherVersionAnUnknownTypeAndTrailingBytes() throws IOException {
    var bytes = written(List.of(new Ping(1)));
    var version = bytes.clone();
    version[0] = 9;
    refuses(version, "version 9");
    var type = bytes.clone();
    type[1] = 99;
    refuses(type, "type 99");
    var longer = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 3));
    longer.putInt(2, Long.BYTES + 3);
    refuses(longer.array(), "3 bytes too many");
    var shorter = ByteBuffer.wrap(bytes.clone()).putInt(2, 5);
    refuses(shorter.array(), "missing");
  }

  @Test
  void refusesLengthsBeforeMakingRoom() throws IOException {
    for (var length : new int[] {-1, Integer.MIN_VALUE, LIMIT + 1, Integer.MAX_VALUE}) {
      var header = ByteBuffer.allocate(FrameWriter.HEADER);
      header.put((byte) FrameWriter.VERSION).put((byte) 2).putInt(length);
      refuses(header.array(), "at most 10000");
    }
  }

  @Test
  void makesRoomOnlyForWhatArrives() throws IOException {
    var header = ByteBuffer.allocate(FrameWriter.HEADER);
    header.put((byte) FrameWriter.VERSION).put((byte) 2).putInt(Integer.MAX_VALUE - 100);
    var reader = new FrameReader(new ByteArrayInputStream(header.array()), Integer.MAX_VALUE - 100);
    assertNull(reader.next());
  }

  private static void refuses(byte[] bytes, String says) {
    var refused = assertThrows(WireException.class, () -> reader(bytes).next());
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }

  @Test
  void aMessageAtTheLimitPassesAndOneOverItLeavesTheWriterUsable() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new FrameWriter(out, LIMIT);
    var overhead = written(List.of(new Chunk(1, 1, 1, false, new byte[1_000]))).length - 1_000;
    var atLimit = LIMIT - (overhead - FrameWriter.HEADER);
    writer.add(new Ping(1));
    var refused =
        assertThrows(
            FrameWriter.TooLargeException.class,
            () -> writer.add(new Chunk(1, 1, 1, false, new byte[atLimit + 1])));
    assertTrue(refused.getMessage().contains("10,001"), refused.getMessage());
    writer.add(new Chunk(1, 1, 1, false, new byte[atLimit]));
    writer.flush();
    assertFalse(writer.pending());
    var reader = reader(out.toByteArray());
    assertSameMessage(new Ping(1), reader.next());
    assertSameMessage(new Chunk(1, 1, 1, false, new byte[atLimit]), reader.next());
    assertNull(reader.next());
  }

  @Test
  void aMessageThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new FrameWriter(out, LIMIT);
    assertThrows(
        NullPointerException.class,
        () -> writer.add(new Failed(1, 2, 3, Fault.THREW, "t", null, "", BYTES)));
    writer.add(new Ping(1));
    writer.flush();
    assertArrayEquals(written(List.of(new Ping(1))), out.toByteArray());
  }

  @Test
  void damageIsRefusedAndNothingElse() throws IOException {
    var random = new Random(20_261_121);
    var whole = written(oneOfEach());
    var refused = 0;
    for (var round = 0; round < 20_000; round++) {
      var bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (var flips = random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        var reader = reader(bytes);
        while (reader.next() != null) {
          reader.buffered();
        }
      } catch (WireException e) {
        refused++;
      } catch (Throwable e) {
        fail("in round " + round, e);
      }
    }
    assertTrue(refused > 1_000, refused + " refused");
  }
}
