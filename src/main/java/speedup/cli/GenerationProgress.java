package speedup.cli;

import java.util.function.LongSupplier;
import speedup.experiment.SampleInput;

/** How far a generation is. All fields are guarded by this. */
final class GenerationProgress implements SampleInput.Listener {
  private static final double NANOS = 1e9;

  /** Before this the time that is left is a guess. */
  private static final double ENOUGH = 0.05;

  private final LongSupplier nanos;
  private final long began;
  private double fraction = Double.NaN;
  private String detail = "";

  GenerationProgress(LongSupplier nanos) {
    this.nanos = nanos;
    began = nanos.getAsLong();
  }

  @Override
  public synchronized void progress(double now, String what) {
    fraction = now;
    detail = what;
  }

  synchronized Progress.Snapshot now() {
    var passed = (nanos.getAsLong() - began) / NANOS;
    var left = fraction > ENOUGH ? passed * (1 - fraction) / fraction : Double.NaN;
    return new Progress.Snapshot(detail.isEmpty() ? "making the input" : detail, fraction, left);
  }
}
