package speedup.measure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A {@link RunTrace} as bytes: four of "SPDT", one of the version, then numbers of seven bits a
 * byte in a zlib stream, whose own checksum is the last thing that is read. Times are differences
 * to what came before, and chunks lie in blocks of columns, so that like stands beside like.
 */
public final class TraceCodec {
  /** A trace of more chunks than this is not read. */
  public static final int MAX_CHUNKS = 20_000_000;

  private static final byte[] MAGIC = {'S', 'P', 'D', 'T', 1};
  private static final int VERSION_AT = MAGIC.length - 1;
  private static final int MAX_LANES = 1_024;
  private static final int MAX_LIVES = 1_000_000;
  private static final int MAX_HEARTBEATS = 10_000_000;
  private static final int BUFFER = 1 << 16;

  private TraceCodec() {}

  /** The bytes of a trace. */
  public static byte[] encode(RunTrace trace) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MAGIC);
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out =
        new VarintWriter(new DeflaterOutputStream(bytes, deflater, BUFFER), new byte[BUFFER])) {
      out.unsigned(trace.lanes().size());
      out.signed(trace.runStart());
      out.unsigned(trace.workEnd() - trace.runStart());
      out.unsigned(trace.runEnd() - trace.workEnd());
      for (var lane : trace.lanes()) {
        write(out, lane, trace.runStart());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void write(VarintWriter out, WorkerLane lane, long runStart) throws IOException {
    out.unsigned(lane.worker());
    out.signed(lane.pid());
    out.unsigned(lane.lives().size());
    for (var life : lane.lives()) {
      out.unsigned(life.kind().ordinal());
      out.signed(life.at() - runStart);
      out.signed(life.pid());
    }
    lane.heartbeats().write(out, runStart);
    SpanBlocks.write(out, lane.spans(), runStart);
  }

  /**
   * The trace of such bytes.
   *
   * @throws TraceException when they are none, are of a newer version, cut off or damaged
   */
  public static RunTrace decode(byte[] bytes) throws TraceException {
    checkMagic(bytes);
    var packed = new ByteArrayInputStream(bytes, MAGIC.length, bytes.length - MAGIC.length);
    try (var in =
        new VarintReader(new InflaterInputStream(packed), new byte[BUFFER], bytes.length)) {
      var trace = read(in);
      in.expectEnd();
      return trace;
    } catch (EOFException e) {
      throw new TraceException("ends too early");
    } catch (ZipException | IllegalArgumentException e) {
      throw new TraceException("is damaged");
    } catch (TraceException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static void checkMagic(byte[] bytes) throws TraceException {
    if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, VERSION_AT, MAGIC, 0, VERSION_AT)) {
      throw new TraceException("is none of this program");
    }
    if (bytes[VERSION_AT] != MAGIC[VERSION_AT]) {
      throw new TraceException(
          "is of version %d, which this version of the program does not know"
              .formatted(bytes[VERSION_AT]));
    }
  }

  private static RunTrace read(VarintReader in) throws IOException {
    int lanes = in.count("lanes", MAX_LANES);
    long runStart = in.signed();
    long workEnd = runStart + in.unsigned();
    long runEnd = workEnd + in.unsigned();
    if (lanes < 1 || workEnd - runStart < 0 || runEnd - workEnd < 0) {
      throw new TraceException("is damaged");
    }
    var read = new ArrayList<WorkerLane>();
    int chunksLeft = MAX_CHUNKS;
    for (int i = 0; i < lanes; i++) {
      var lane = lane(in, i, runStart, chunksLeft);
      chunksLeft -= lane.chunks();
      read.add(lane);
    }
    return new RunTrace(runStart, workEnd, runEnd, read);
  }

  private static WorkerLane lane(VarintReader in, int worker, long runStart, int chunksLeft)
      throws IOException {
    if (in.unsigned() != worker) {
      throw new TraceException("is damaged");
    }
    long pid = in.signed();
    var lives = lives(in, runStart);
    var heartbeats = HeartbeatColumns.read(in, in.count("signs of life", MAX_HEARTBEATS), runStart);
    var spans = SpanBlocks.read(in, in.count("chunks", chunksLeft), runStart);
    return new WorkerLane(worker, pid, lives, spans, heartbeats);
  }

  private static List<WorkerLane.Life> lives(VarintReader in, long runStart) throws IOException {
    int count = in.count("processes", MAX_LIVES);
    var lives = new ArrayList<WorkerLane.Life>();
    for (int i = 0; i < count; i++) {
      int kind = in.count("kinds", WorkerLane.Kind.values().length - 1);
      lives.add(
          new WorkerLane.Life(WorkerLane.Kind.values()[kind], runStart + in.signed(), in.signed()));
    }
    return lives;
  }
}
