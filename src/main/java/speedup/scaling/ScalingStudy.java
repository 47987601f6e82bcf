package speedup.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/**
 * How far a workload of a fixed size scales: what was measured at each worker count, the laws
 * fitted to it, and what they expect of other machines.
 *
 * <p>Everything that can be told is told; what cannot says in a sentence what is missing for it.
 *
 * @param engine what is compared with the baseline
 * @param physicalCores of this machine; more workers are shown, but not fitted
 * @param logicalCores of this machine
 * @param baseline the sequential program: one worker of the fits
 * @param poolOnOneWorker the engine itself on one worker, to show what handing over costs; not
 *     fitted
 * @param points the engine on two or more workers, ascending
 * @param amdahl the fit of Amdahl's law
 * @param universal the fit of the universal scalability law
 * @param preferred the one of them to go by: Amdahl's, unless the other explains clearly more
 * @param atEqualSpeed Amdahl's law fitted to the times as they would be if the workers computed as
 *     fast as the baseline. Of each run what computing took longer than the baseline's is taken
 *     out, shared among its workers (what it took less is put in): slower memory, cache and clock
 *     frequency with all cores busy no longer count, and what stays is the serial part of the
 *     program, waiting, handing over and merging. The {@link Waterfall} shows what was taken out as
 *     a loss of its own. It is no cure for runs that other programs disturbed, as those make
 *     workers wait too
 * @param predictions what the preferred law expects of {@link #CORES} beyond what it is fitted to
 * @param notes what a reader should know, one sentence each
 */
public record ScalingStudy(
    EngineKind engine,
    int physicalCores,
    int logicalCores,
    Found<ScalingPoint> baseline,
    Found<ScalingPoint> poolOnOneWorker,
    List<ScalingPoint> points,
    Found<FittedLaw> amdahl,
    Found<FittedLaw> universal,
    Found<FittedLaw> preferred,
    Found<FittedLaw> atEqualSpeed,
    List<Prediction> predictions,
    List<String> notes) {
  /** Core counts of machines that people may have or think of buying. */
  public static final List<Integer> CORES = List.of(2, 4, 8, 16, 32, 64, 128);

  /** Copies the lists. */
  public ScalingStudy {
    points = List.copyOf(points);
    predictions = List.copyOf(predictions);
    notes = List.copyOf(notes);
  }

  /**
   * Analyses a study. Takes some milliseconds.
   *
   * @param runs of one workload at one size, in any order; those of other engines are left out
   * @param engine what is compared with the baseline
   * @throws IllegalArgumentException for runs of several sizes, no core, or the baseline as the
   *     engine
   */
  public static ScalingStudy of(
      List<TimedRun> runs, EngineKind engine, int physicalCores, int logicalCores) {
    checkCores(physicalCores, logicalCores);
    if (engine == EngineKind.SEQUENTIAL) {
      throw new IllegalArgumentException(
          "a study compares an engine with the baseline; name one beside sequential");
    }
    if (runs.stream().mapToInt(TimedRun::size).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "the runs are of several problem sizes; compare those of one size, or study the sizes");
    }
    var groups = RunGroups.of(runs, engine);
    var points = groups.points(physicalCores);
    var fits = fits(groups.samples(), physicalCores);
    return new ScalingStudy(
        engine,
        physicalCores,
        logicalCores,
        groups.baselinePoint(),
        groups.poolOnOneWorker(),
        points,
        fits.amdahl,
        fits.universal,
        fits.preferred,
        atEqualSpeed(groups, fits, physicalCores),
        fits.preferred.value().map(ScalingStudy::predictions).orElse(List.of()),
        StudyNotes.of(runs, points, fits.preferred, physicalCores));
  }

  /** The one of the notes that says how many runs other programs disturbed, if they did. */
  public static Optional<String> disturbed(List<TimedRun> runs) {
    return StudyNotes.disturbed(runs);
  }

  /** The point with so many workers. */
  public Optional<ScalingPoint> point(int workers) {
    return points.stream().filter(point -> point.workers() == workers).findFirst();
  }

  /**
   * The law whose serial fraction is quoted as the program's own: Amdahl's at equal speed where it
   * is known and the preferred law is Amdahl's, else the preferred one.
   */
  public Found<FittedLaw> ofProgram() {
    var amdahls = preferred.value().filter(law -> law.kind() == FittedLaw.Kind.AMDAHL).isPresent();
    return amdahls && atEqualSpeed.isPresent() ? atEqualSpeed : preferred;
  }

  /** The serial fraction of the program, in the form in which a single comparison gives it. */
  public SerialFraction serialFraction() {
    var share = ofProgram().map(FittedLaw::serialFraction);
    var interval = share.flatMap(Estimate::interval);
    return new SerialFraction(
        share.value().map(Estimate::value).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        interval.value(),
        interval.missing());
  }

  /**
   * Why the speedup at a point is what it is.
   *
   * @param point of this study, not the baseline
   * @param items of one run, to tell how the work was cut
   * @return missing without a baseline
   * @throws IllegalArgumentException for less than 1 item
   */
  public Found<Verdict> verdict(ScalingPoint point, long items) {
    return baseline.map(one -> VerdictRules.of(StudyFacts.of(this, one, point, items)));
  }

  /**
   * As {@link #verdict} says it for a chain of processes, which is not cut into chunks: waiting is
   * that of its stages for each other.
   *
   * @param point of this study, not the baseline; its workers are the processes of all stages
   * @return missing without a baseline
   */
  public Found<Verdict> verdictOfChain(ScalingPoint point) {
    return baseline.map(one -> VerdictRules.of(StudyFacts.ofChain(this, one, point)));
  }

  /** All points in the order in which a chart shows them: baseline, pool on one worker, others. */
  public List<ScalingPoint> allPoints() {
    var all = new ArrayList<ScalingPoint>();
    baseline.value().ifPresent(all::add);
    poolOnOneWorker.value().ifPresent(all::add);
    all.addAll(points);
    return List.copyOf(all);
  }

  /** The point with the largest speedup. */
  public Optional<ScalingPoint> best() {
    return points.stream()
        .filter(point -> point.speedup().isPresent())
        .reduce((a, b) -> b.seconds().median() < a.seconds().median() ? b : a);
  }

  static void checkCores(int physicalCores, int logicalCores) {
    if (physicalCores < 1 || logicalCores < physicalCores) {
      throw new IllegalArgumentException(
          "a machine has at least 1 core and as many processors: %d, %d"
              .formatted(physicalCores, logicalCores));
    }
  }

  private record Fits(
      Found<FittedLaw> amdahl, Found<FittedLaw> universal, Found<FittedLaw> preferred) {}

  private static Fits fits(List<Sample> samples, int physicalCores) {
    var points = FitPoints.of(samples, physicalCores);
    var fit = TimeFit.of(points);
    if (fit.isEmpty()) {
      Found<FittedLaw> none =
          Found.missing(
              samples.isEmpty()
                  ? Words.say("study.noRuns")
                  : points.hasBaseline()
                      ? SerialFractions.missing(samples, physicalCores)
                      : Words.say("study.noBaseline"));
      return new Fits(none, none, none);
    }
    var amdahl = FittedLaw.of(FittedLaw.Kind.AMDAHL, fit.get().amdahl(), points);
    var universal =
        fit.get()
            .general()
            .map(model -> Found.of(FittedLaw.of(FittedLaw.Kind.UNIVERSAL, model, points)))
            .orElseGet(() -> Found.missing(Words.say("study.fewCounts", points.size())));
    var preferred = fit.get().prefersGeneral() ? universal : Found.of(amdahl);
    return new Fits(Found.of(amdahl), universal, preferred);
  }

  private static Found<FittedLaw> atEqualSpeed(RunGroups groups, Fits fits, int physicalCores) {
    if (!fits.amdahl.isPresent()) {
      return fits.amdahl;
    }
    return groups.samplesAtEqualSpeed().flatMap(samples -> fits(samples, physicalCores).amdahl);
  }

  private static List<Prediction> predictions(FittedLaw law) {
    return CORES.stream().filter(law::isExtrapolated).map(law::predict).toList();
  }
}
