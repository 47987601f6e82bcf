package speedup.scaling;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A fitted study with some of its causes changed: what would the curve be, if? A value; each change
 * gives a new one.
 *
 * <pre>
 * T(p) = T(1) ((1 - s) / p + s) + c (p - 1) + start + (overhead(chunk, p) - overhead(chunk now, p))
 * </pre>
 *
 * where T(1) is the fitted time of one worker without any of these costs, s the serial share, c the
 * fitted cost of each further worker, and the overhead that of the {@link ChunkModel}. The start is
 * counted once: the processes start at the same time, each on a core of its own. The speedup is
 * T(1) by that; the sequential program is not changed by any of it, so with a start cost the ghost
 * curve begins below 1.
 *
 * @param law what was fitted
 * @param serialShare s, 0 to 1
 * @param startSeconds of each process, 0 or more
 * @param chunks what cutting costs; empty where it was not studied, and the chunk cannot be changed
 * @param chunkNow items in a chunk of the runs that were fitted
 * @param chunkItems items in a chunk, at least 1
 */
public record WhatIf(
    FittedLaw law,
    double serialShare,
    double startSeconds,
    Optional<ChunkModel> chunks,
    long chunkNow,
    long chunkItems) {
  /** The workload whose serial share can be set. */
  private static final String WORKLOAD = "serial-fraction";

  /** Checks that the numbers are possible. */
  public WhatIf {
    Checks.fraction(serialShare);
    if (!(startSeconds >= 0) || Double.isInfinite(startSeconds)) {
      throw new IllegalArgumentException("a start takes 0 seconds or more: " + startSeconds);
    }
    if (chunkNow < 1 || chunkItems < 1) {
      throw new IllegalArgumentException(
          "a chunk has at least 1 item: %d, %d".formatted(chunkNow, chunkItems));
    }
    if (chunks.isEmpty() && chunkItems != chunkNow) {
      throw new IllegalArgumentException(
          "what chunks cost is not known; study the chunk sizes first");
    }
  }

  /** As it was fitted, where the chunks were not studied. */
  public static WhatIf of(FittedLaw law) {
    return new WhatIf(law, law.model().serialFraction(), 0, Optional.empty(), 1, 1);
  }

  /** As it was fitted, with what a study of chunk sizes found. */
  public static WhatIf of(FittedLaw law, ChunkModel chunks, long chunkNow) {
    return new WhatIf(
        law, law.model().serialFraction(), 0, Optional.of(chunks), chunkNow, chunkNow);
  }

  /** With another serial share, 0 to 1. */
  public WhatIf withSerialShare(double share) {
    return new WhatIf(law, share, startSeconds, chunks, chunkNow, chunkItems);
  }

  /** With processes that take so long to start, 0 or more. */
  public WhatIf withStartSeconds(double seconds) {
    return new WhatIf(law, serialShare, seconds, chunks, chunkNow, chunkItems);
  }

  /**
   * With other chunks.
   *
   * @throws IllegalArgumentException where the chunks were not studied
   */
  public WhatIf withChunkItems(long items) {
    return new WhatIf(law, serialShare, startSeconds, chunks, chunkNow, items);
  }

  /** Whether anything is changed. */
  public boolean changed() {
    return serialShare != law.model().serialFraction()
        || startSeconds != 0
        || chunkItems != chunkNow;
  }

  /** Expected seconds with p workers, p at least 1. */
  public double seconds(double p) {
    Checks.workers(p);
    double one = law.model().seconds(1);
    double cut =
        chunks
            .map(model -> model.overhead(chunkItems, p) - model.overhead(chunkNow, p))
            .orElse(0.0);
    double work = one * ((1 - serialShare) / p + serialShare) + law.model().c() * (p - 1);
    // better chunks cannot save more than was fitted
    return Math.max(work + cut, one * (1 - serialShare) / p) + startSeconds;
  }

  /** The ghost curve: expected speedup with p workers over the sequential program. */
  public double speedup(double p) {
    return law.model().seconds(1) / seconds(p);
  }

  /**
   * A real run that would show whether the curve is right.
   *
   * @param workload to be run instead; empty for the one that was studied
   * @param settings of the workload
   * @param cold whether its processes are started anew for each run
   * @param chunk items in a chunk; empty for that of the study
   * @param remark what the run cannot set as it is asked for; empty where it can
   */
  public record Check(
      Optional<String> workload,
      Map<String, String> settings,
      boolean cold,
      OptionalInt chunk,
      Optional<String> remark) {}

  /**
   * What to set for a real run. The serial share of a program cannot be set from outside, so where
   * it is changed the run is one of the workload whose share can, in whole per cent. A cold run
   * starts its processes as fast as this machine does, whatever was asked for.
   */
  public Check verify() {
    boolean otherShare = serialShare != law.model().serialFraction();
    long percent = Math.round(100 * serialShare);
    boolean cold = startSeconds > 0;
    return new Check(
        otherShare ? Optional.of(WORKLOAD) : Optional.empty(),
        otherShare ? Map.of("serial", Long.toString(percent)) : Map.of(),
        cold,
        chunk(otherShare).stream()
            .mapToInt(items -> (int) Math.min(Integer.MAX_VALUE, items))
            .findFirst(),
        cold ? Optional.of(Words.say("whatIf.start")) : Optional.empty());
  }

  private OptionalLong chunk(boolean otherWorkload) {
    // the items of another workload are others, and chosen by measured work
    return chunkItems == chunkNow || otherWorkload
        ? OptionalLong.empty()
        : OptionalLong.of(chunkItems);
  }
}
