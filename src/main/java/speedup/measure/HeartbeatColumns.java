package speedup.measure;

import java.io.IOException;
import java.util.Arrays;

/** The signs of life of one worker slot, across the processes that held it. Not thread-safe. */
final class HeartbeatColumns {
  private long[] at = new long[16];
  private long[] cpu = new long[16];
  private int[] process = new int[16];
  private int size;
  private long peakResident = -1;

  /**
   * Adds one.
   *
   * @param process number of the process in this slot, from 0; its CPU time begins at 0
   */
  void add(int process, long at, long cpuNanos, long residentBytes) {
    peakResident = Math.max(peakResident, residentBytes);
    if (cpuNanos < 0) {
      return;
    }
    if (size == this.at.length) {
      this.at = Arrays.copyOf(this.at, size * 2);
      this.cpu = Arrays.copyOf(this.cpu, size * 2);
      this.process = Arrays.copyOf(this.process, size * 2);
    }
    this.at[size] = at;
    this.cpu[size] = cpuNanos;
    this.process[size] = process;
    size++;
  }

  /** The largest resident set seen, -1 where the system did not tell. */
  long peakResident() {
    return peakResident;
  }

  /**
   * CPU time used since an instant, over all processes of the slot.
   *
   * @param firstFresh number of the first process that began after that instant
   * @return seconds; NaN where there are too few signs of life to tell
   */
  double cpuSeconds(long since, int firstFresh) {
    long nanos = 0;
    boolean known = false;
    int from = 0;
    while (from < size) {
      int to = from;
      int base = from;
      while (to < size && process[to] == process[from]) {
        base = at[to] - since <= 0 ? to : base;
        to++;
      }
      boolean fresh = process[from] >= firstFresh;
      if (fresh || base < to - 1) {
        nanos += cpu[to - 1] - (fresh ? 0 : cpu[base]);
        known = true;
      }
      from = to;
    }
    return known ? nanos / 1e9 : Double.NaN;
  }

  /** Writes all of them, as {@link #read} takes them. */
  void write(VarintWriter out, long runStart) throws IOException {
    out.unsigned(size);
    out.signed(peakResident);
    long before = runStart;
    long cpuBefore = 0;
    int processBefore = 0;
    for (int i = 0; i < size; i++) {
      out.signed(at[i] - before);
      out.signed(cpu[i] - cpuBefore);
      out.signed((long) process[i] - processBefore);
      before = at[i];
      cpuBefore = cpu[i];
      processBefore = process[i];
    }
  }

  /** Reads so many. */
  static HeartbeatColumns read(VarintReader in, int count, long runStart) throws IOException {
    var read = new HeartbeatColumns();
    read.peakResident = in.signed();
    long before = runStart;
    long cpu = 0;
    long process = 0;
    for (int i = 0; i < count; i++) {
      before += in.signed();
      cpu += in.signed();
      process += in.signed();
      if (cpu < 0 || (int) process != process) {
        throw new TraceException("is damaged");
      }
      read.add((int) process, before, cpu, read.peakResident);
    }
    return read;
  }
}
