package speedup.scaling;

import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.scaling.Verdict.Part;

/** Says where the time went and which setting changes that. */
final class Advice {
  /** A chunk shorter than this costs about as much to hand over as to do. */
  static final double SMALL_CHUNK_SECONDS = 0.001;

  /** With fewer chunks for each worker than this, the last ones leave workers idle. */
  static final int FEW_CHUNKS_EACH = 4;

  /** A cause of a loss is named when it makes up this share of it. */
  private static final double MOST_OF = 0.5;

  private Advice() {}

  /** One sentence: the loss as a share of the time, and what to do. */
  static String on(Loss loss, VerdictFacts facts) {
    if (facts.chain() && (loss.part() == Part.WAITING || loss.part() == Part.IDLE_TAIL)) {
      return Words.say("loss.stages", loss.share());
    }
    return switch (loss.part()) {
      case START -> Words.say("loss.start", loss.share());
      case WARM_UP -> Words.say("loss.warmUp", loss.share());
      case WAITING -> waiting(loss, facts);
      case SERIALISE -> Words.say("loss.serialise", loss.share());
      case COMPUTE -> compute(loss, facts);
      case IDLE_TAIL -> idleTail(loss, facts);
      case MERGE -> Words.say("loss.merge", loss.share());
    };
  }

  /** Whether chunks are known to be long enough to be worth handing over. */
  static boolean chunksAreLong(VerdictFacts facts) {
    return facts.chunks().meanSeconds() >= SMALL_CHUNK_SECONDS;
  }

  private static String waiting(Loss loss, VerdictFacts facts) {
    if (facts.engine() == EngineKind.THREADS_ONE_LOCK) {
      return Words.say("loss.lock", loss.share());
    }
    if (fewerChunksThanWorkers(facts)) {
      return Words.say("loss.fewChunks", loss.share(), facts.chunks().count(), facts.workers());
    }
    return chunksAreLong(facts) ? serialPart(loss, facts) : Words.say("loss.waiting", loss.share());
  }

  private static String idleTail(Loss loss, VerdictFacts facts) {
    if (fewerChunksThanWorkers(facts)) {
      return Words.say("loss.fewChunks", loss.share(), facts.chunks().count(), facts.workers());
    }
    return facts.chunks().count() >= (long) FEW_CHUNKS_EACH * facts.workers()
        ? serialPart(loss, facts)
        : Words.say("loss.idleTail", loss.share());
  }

  private static String compute(Loss loss, VerdictFacts facts) {
    if (facts.engine() == EngineKind.PYTHON) {
      return Words.say("loss.compute.python", loss.share());
    }
    if (facts.workers() > facts.physicalCores()) {
      return Words.say("loss.compute.crowded", loss.share(), facts.physicalCores());
    }
    // first of all what is measured, then what is usual
    if (facts.displaced() >= MOST_OF * loss.share()) {
      double others = facts.disturbance().otherLoad().orElse(0);
      return others > TimedRun.NOISY
          ? Words.say("loss.compute.others", loss.share(), others)
          : Words.say("loss.compute.displaced", loss.share());
    }
    return facts.breakdown().start() > 0
        ? Words.say("loss.compute.cold", loss.share())
        : Words.say("loss.compute", loss.share());
  }

  private static String serialPart(Loss loss, VerdictFacts facts) {
    double serial = facts.serialFraction().orElse(0);
    return serial > 0
        ? Words.say("loss.serialPart.fitted", loss.share(), serial, Amdahl.ceiling(serial))
        : Words.say("loss.serialPart", loss.share());
  }

  private static boolean fewerChunksThanWorkers(VerdictFacts facts) {
    return facts.chunks().count() > 0 && facts.chunks().count() < facts.workers();
  }
}
