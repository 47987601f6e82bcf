package speedup.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.shm.RegionFiles;
import speedup.wire.Message.BeginJob;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.Ping;

/** Large blocks: both ends in this process, and a stream between them that never blocks. */
@Timeout(60)
class BlockTest {
  private static final int RING = 4 * 1024 * 1024;
  private static final int MANY = 20 * 1024 * 1024;

  private final Random random = new Random(20_261_121);
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final FrameWriter writer = new FrameWriter(stream, FrameWriter.LARGEST_BODY);
  private ByteArrayInputStream arrived = new ByteArrayInputStream(new byte[0]);
  private final FrameReader reader = new FrameReader(new Arrived(), FrameWriter.LARGEST_BODY);

  /** What was written when the reader last looked. */
  private final class Arrived extends InputStream {
    @Override
    public int read() {
      return fail("bytes are read in bulk");
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (arrived.available() == 0) {
        arrived = new ByteArrayInputStream(stream.toByteArray());
        stream.reset();
      }
      return arrived.read(into, from, length);
    }
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    reader.close();
    writer.close();
    assertEquals(List.of(), RegionFiles.madeBy(Set.of(ProcessHandle.current().pid())));
  }

  private byte[] noise(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void passes(byte[] block) throws IOException {
    send(block);
    assertArrives(block);
  }

  private void send(byte[] block) throws IOException {
    writer.add(new Chunk(1, 2, 3, false, block));
    writer.flush();
  }

  private void assertArrives(byte[] block) throws IOException {
    var chunk = assertInstanceOf(Chunk.class, reader.next());
    assertEquals(3, chunk.items());
    assertArrayEquals(block, chunk.argument());
  }

  /** Enough passes for shared memory to be opened. */
  private void warmUp() throws IOException {
    for (var i = 0; i < 20; i++) {
      passes(noise(1024 * 1024));
    }
    assertNull(reader.next()); // takes the offer
  }

  private void everySizePasses() throws IOException {
    for (var border :
        new int[] {0, BlockWriter.LARGE, 64 * 1024, BlockWriter.PIECE, RING, 2 * RING, MANY}) {
      for (var length = Math.max(0, border - 1); length <= border + 1; length++) {
        passes(noise(length));
      }
    }
  }

  @Test
  void blocksOfEverySizePassWhileSharedMemoryIsBeingOpened() throws IOException {
    everySizePasses();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void blocksOfEverySizePassThroughSharedMemory() throws IOException {
    warmUp();
    everySizePasses();
    send(new byte[RING / 2]);
    assertTrue(stream.size() < 1_000, stream.size() + " bytes in the stream");
    assertArrives(new byte[RING / 2]);
  }

  @Test
  void messagesAroundABlockKeepTheirOrder() throws IOException {
    warmUp();
    var function = noise(BlockWriter.LARGE);
    writer.add(new Ping(1));
    writer.add(new BeginJob(5, function, List.of("a.", "b.")));
    writer.add(new Ping(2));
    writer.flush();
    assertEquals(new Ping(1), reader.next());
    var job = assertInstanceOf(BeginJob.class, reader.next());
    assertArrayEquals(function, job.function());
    assertEquals(List.of("a.", "b."), job.admitted());
    assertEquals(new Ping(2), reader.next());
    assertNull(reader.next());
  }

  @Test
  void aReaderThatIsLateGetsTheRestThroughTheStream() throws IOException {
    warmUp();
    for (var round = 0; round < 20; round++) {
      var blocks = new ArrayList<byte[]>();
      for (var i = random.nextInt(12); i >= 0; i--) {
        blocks.add(noise(random.nextInt(3 * BlockWriter.PIECE)));
        send(blocks.getLast());
      }
      for (var block : blocks) {
        assertArrives(block);
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void memoryThatCannotBeOpenedIsNeverUsed() throws IOException {
    for (var i = 0; i < 20; i++) {
      passes(noise(1024 * 1024));
      for (var file : RegionFiles.madeBy(Set.of(ProcessHandle.current().pid()))) {
        Files.delete(file); // before the reader comes to the offer
      }
    }
    send(new byte[RING]);
    assertTrue(stream.size() > RING, stream.size() + " bytes in the stream");
    assertArrives(new byte[RING]);
  }

  private static ByteBuffer frame(int type, int length) {
    return ByteBuffer.allocate(200).put((byte) FrameWriter.VERSION).put((byte) type).putInt(length);
  }

  /** A chunk's frame that promises a block. */
  private static ByteBuffer promise(int length) {
    var chunk = frame(5 | FrameWriter.BLOCK_FOLLOWS, 3 + 3 + Integer.BYTES);
    chunk.put(new byte[] {1, 2, 3, (byte) 0x80, (byte) 0x80, 2}); // a block of 32 KiB
    return chunk.putInt(length);
  }

  private static ByteBuffer then(ByteBuffer bytes, int type, int length) {
    return bytes.put((byte) FrameWriter.VERSION).put((byte) type).putInt(length);
  }

  private void refuses(ByteBuffer bytes, String says) throws IOException {
    var refused = assertThrows(WireException.class, () -> readerOf(bytes).next());
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }

  private static FrameReader readerOf(ByteBuffer bytes) {
    return new FrameReader(
        new ByteArrayInputStream(bytes.array(), 0, bytes.position()), FrameWriter.LARGEST_BODY);
  }

  @Test
  void refusesPromisesThatDoNotFit() throws IOException {
    var large = BlockWriter.LARGE;
    refuses(promise(-1), "at most");
    refuses(promise(FrameWriter.LARGEST_BODY), "at most");
    refuses(frame(5 | FrameWriter.BLOCK_FOLLOWS, 3).put(new byte[3]), "promises more");
    refuses(then(promise(large), 2, 8), "in the middle");
    refuses(then(promise(large), BlockWriter.STREAM_PIECE, large + 1), "are missing");
    refuses(then(promise(large), BlockWriter.STREAM_PIECE, 0), "are missing");
    refuses(
        then(promise(large), BlockWriter.SHARED_PIECE, 12).putLong(0).putInt(large),
        "where there is none");
    refuses(then(promise(1), BlockWriter.STREAM_PIECE, 1).put((byte) 1), "length");
    var ping = frame(2 | FrameWriter.BLOCK_FOLLOWS, 12).putLong(1).putInt(1);
    refuses(then(ping, BlockWriter.STREAM_PIECE, 1).put((byte) 1), "a block for");
    refuses(frame(BlockWriter.REGION, 8).putInt(-1).putInt(0), "offer");
    refuses(frame(BlockWriter.REGION, 8).putInt(Integer.MAX_VALUE).putInt(0), "offer");
  }

  @Test
  void makesRoomOnlyForWhatArrives() throws IOException {
    assertNull(readerOf(promise(FrameWriter.LARGEST_BODY - 100)).next());
  }

  @Test
  void offersThatLeadNowhereAreIgnored() throws IOException {
    var path = "/etc/passwd".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var offer = frame(BlockWriter.REGION, Integer.BYTES + path.length).putInt(100).put(path);
    assertNull(readerOf(offer).next());
    assertTrue(!Files.exists(Path.of("/etc")) || Files.exists(Path.of("/etc/passwd")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesPiecesOutsideOfTheRing() throws IOException {
    var ring = new SharedOut(1_000);
    var in = new SharedIn(ring.path(), 1_000);
    var into = new byte[2_000];
    assertEquals(0, ring.put(noise(600), 0, 600));
    assertEquals(SharedOut.NONE, ring.put(into, 0, 600));
    assertThrows(WireException.class, () -> in.take(0, 1_001, into, 0));
    assertThrows(WireException.class, () -> in.take(-1, 10, into, 0));
    assertThrows(WireException.class, () -> in.take(500, 501, into, 0));
    assertThrows(WireException.class, () -> in.take(Long.MAX_VALUE, 1, into, 0));
    in.take(0, 600, into, 0);
    assertThrows(WireException.class, () -> in.take(0, 600, into, 0));
    assertEquals(1_000, ring.put(into, 0, 600)); // not cut at the end of the ring
    in.take(1_000, 600, into, 0);
    in.close();
    ring.close();
  }

  @Test
  void damageIsRefusedAndNothingElse() throws IOException {
    send(noise(BlockWriter.LARGE));
    send(noise(3 * BlockWriter.LARGE));
    var whole = stream.toByteArray();
    var heads = new int[] {0, BlockWriter.LARGE + 26}; // most of the rest is the blocks themselves
    var refused = 0;
    for (var round = 0; round < 3_000; round++) {
      var bytes = Arrays.copyOf(whole, whole.length - random.nextInt(100));
      bytes[heads[round % 2] + random.nextInt(40)] = (byte) random.nextInt(256);
      try (var damaged =
          new FrameReader(new ByteArrayInputStream(bytes), FrameWriter.LARGEST_BODY)) {
        while (damaged.next() != null) {
          damaged.buffered();
        }
      } catch (WireException e) {
        refused++;
      }
    }
    assertTrue(refused > 500, refused + " refused");
  }
}
