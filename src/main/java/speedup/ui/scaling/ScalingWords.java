package speedup.ui.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.TimedRun;
import speedup.plot.Texts;
import speedup.scaling.Estimate;
import speedup.scaling.FittedLaw;
import speedup.scaling.Found;
import speedup.scaling.GustafsonFit;
import speedup.scaling.Prediction;
import speedup.scaling.ScalingStudy;
import speedup.scaling.SizePoint;
import speedup.scaling.WeakPoint;
import speedup.scaling.WhatIf;
import speedup.ui.Messages;
import speedup.ui.run.RunWords;

/** The sentences and numbers of the Scaling view. */
final class ScalingWords {
  /** A serial share under this is none that anybody could see. */
  private static final double NO_SHARE = 0.0005;

  /** A serial share that may be anything in so wide a range is no answer. */
  private static final double VAGUE = 0.4;

  private ScalingWords() {}

  /**
   * The large number and what it is.
   *
   * @param number such as "3.61×", empty before there is one
   * @param caption what it is, with its interval
   */
  record Big(String number, String caption) {
    static final Big NONE = new Big("", "");
  }

  static Big big(Finding finding) {
    return switch (finding.study()) {
      case Finding.Study.Strong(var study, _) ->
          study
              .best()
              .map(point ->
                  times(
                      point.speedup(),
                      Messages.get("study.big.strong", who(finding, point.workers()))))
              .orElse(Big.NONE);
      case Finding.Study.Weak(var study) ->
          study.points().stream()
              .filter(point -> point.scaledSpeedup().isPresent())
              .max(Comparator.comparingInt(WeakPoint::workers))
              .map(point ->
                  times(
                      point.scaledSpeedup(),
                      Messages.get("study.big.weak", who(finding, point.workers()))))
              .orElse(Big.NONE);
      case Finding.Study.Chunks(var study) ->
          study
              .best()
              .value()
              .filter(_ -> study.points().size() > 1)
              .map(point ->
                  new Big(
                      Texts.whole(point.chunkItems()),
                      Messages.get(
                          "study.big.chunks",
                          RunWords.seconds(point.seconds().median()),
                          who(finding, study.workers()))))
              .orElse(Big.NONE);
      case Finding.Study.Sizes(var study) ->
          study.points().stream()
              .filter(point -> point.speedup().isPresent())
              .max(Comparator.comparingInt(SizePoint::size))
              .map(point ->
                  times(
                      point.speedup(),
                      Messages.get("study.big.sizes", point.size(), who(finding, study.workers()))))
              .orElse(Big.NONE);
    };
  }

  private static String who(Finding finding, int workers) {
    EngineKind engine = finding.request().engine();
    return Messages.get("run.engine." + engine.id(), workers);
  }

  private static Big times(Found<Estimate> speedup, String what) {
    var found = speedup.value().orElseThrow();
    var sure = found.interval().value().map(ScalingWords::sure).orElse("");
    return new Big(RunWords.speedup(found.value()), sure.isEmpty() ? what : what + "\n" + sure);
  }

  private static String sure(Interval interval) {
    return Messages.get(
        "run.interval", Texts.number(interval.low(), 2), Texts.number(interval.high(), 2));
  }

  /** The answer in one sentence. */
  static String answer(Finding finding) {
    return switch (finding.study()) {
      case Finding.Study.Strong(var study, _) ->
          study
              .preferred()
              .value()
              .map(law -> law(law, study.ofProgram().value().orElse(law)))
              .orElseGet(() -> notYet(finding, study.preferred().missing().orElseThrow()));
      case Finding.Study.Weak(var study) ->
          study
              .fit()
              .value()
              .map(ScalingWords::gustafson)
              .orElseGet(() -> notYet(finding, study.fit().missing().orElseThrow()));
      case Finding.Study.Chunks(var study) -> study.sentence();
      case Finding.Study.Sizes(var study) -> study.sentence();
    };
  }

  private static String notYet(Finding finding, String missing) {
    return finding.complete()
        ? Messages.get("study.answer.none", missing)
        : Messages.get("study.answer.notYet");
  }

  /** Of the times as they are, and of the program alone. */
  private static String law(FittedLaw law, FittedLaw program) {
    if (law.kind() == FittedLaw.Kind.UNIVERSAL && law.peak().isPresent()) {
      var peak = law.peak().value().orElseThrow();
      return Messages.get(
          "study.answer.universal",
          share(law.serialFraction()),
          Math.round(peak.workers().value()),
          Texts.number(peak.speedup().value(), 1));
    }
    var serial = program.serialFraction();
    if (serial.interval().value().filter(range -> range.high() - range.low() > VAGUE).isPresent()) {
      return Messages.get("study.answer.vague", share(serial));
    }
    return law.serialFraction().value() < NO_SHARE
        ? Messages.get("study.answer.noShare", law.mostWorkers())
        : Messages.get(
            law == program ? "study.answer.amdahl" : "study.answer.equalSpeed",
            share(serial),
            Texts.number(law.ceiling().value(), 1));
  }

  private static String gustafson(GustafsonFit fit) {
    return Messages.get(
        "study.answer.gustafson",
        share(fit.serialShare()),
        Texts.number(fit.speedup(fit.mostWorkers()), 2),
        fit.mostWorkers());
  }

  /** Such as "5.1 % (4.2 to 6.0)". */
  private static String share(Estimate share) {
    var value = Texts.number(100 * share.value(), 1);
    return share
        .interval()
        .value()
        .map(range ->
            Messages.get(
                "study.share.interval",
                value,
                Texts.number(100 * range.low(), 1),
                Texts.number(100 * range.high(), 1)))
        .orElseGet(() -> Messages.get("study.share", value));
  }

  /** What other machines would give; none where no law was found. */
  static List<Prediction> predictions(Finding finding) {
    return switch (finding.study()) {
      case Finding.Study.Strong(var study, _) -> study.predictions();
      case Finding.Study.Weak(var study) ->
          study.fit().value().stream()
              .flatMap(
                  fit -> ScalingStudy.CORES.stream().filter(fit::isExtrapolated).map(fit::predict))
              .toList();
      case Finding.Study.Chunks _, Finding.Study.Sizes _ -> List.of();
    };
  }

  /** How many runs were disturbed; empty where none was. */
  static Optional<String> noisy(Finding finding) {
    long noisy = finding.runs().stream().filter(TimedRun::noisy).count();
    return noisy == 0
        ? Optional.empty()
        : Optional.of(
            Messages.get(
                "study.noisy", noisy, finding.runs().size(), Math.round(100 * TimedRun.NOISY)));
  }

  /** What a reader should know, and what is missing for a result: one sentence a line. */
  static String notes(Finding finding) {
    var lines = new ArrayList<String>();
    if (finding.study() instanceof Finding.Study.Strong(var study, _)) {
      lines.addAll(study.notes());
      study.universal().missing().ifPresent(why -> lines.add(missing("study.what.universal", why)));
      study
          .preferred()
          .value()
          .flatMap(law -> law.serialFraction().interval().missing())
          .ifPresent(why -> lines.add(missing("study.what.interval", why)));
      study
          .poolOnOneWorker()
          .missing()
          .ifPresent(why -> lines.add(missing("study.what.poolOnOne", why)));
    }
    if (finding.study() instanceof Finding.Study.Chunks(var study)) {
      study.model().missing().ifPresent(why -> lines.add(missing("study.what.chunkModel", why)));
    }
    return String.join("\n", lines);
  }

  private static String missing(String what, String why) {
    return Messages.get("study.missing", Messages.get(what), why);
  }

  /** What a what-if expects at a worker count, beside what the fit says. */
  static String expectation(WhatIf whatIf, int workers) {
    return Messages.get(
        "study.whatIf.expected",
        workers,
        RunWords.speedup(whatIf.speedup(workers)),
        RunWords.speedup(whatIf.law().speedup(workers)));
  }

  /** How much there is to do. */
  static String extent(SweepRequest request, OptionalDouble seconds) {
    return seconds.isPresent()
        ? Messages.get("study.extent.time", request.runs(), duration(seconds.getAsDouble()))
        : Messages.get("study.extent", request.runs());
  }

  private static String duration(double seconds) {
    return seconds < 90
        ? Messages.get("study.seconds", Math.max(1, Math.round(seconds)))
        : Messages.get("study.minutes", Math.round(seconds / 60));
  }

  /** How far a study is. */
  static String progress(ScalingModel model, StudyWatch.Look look) {
    var request = model.request();
    if (look.runs().isEmpty() && look.measuringNanos() == 0) {
      return switch (look.phase()) {
        case SIZE -> Messages.get("run.phase.size");
        case PREPARE -> look.detail().isEmpty() ? Messages.get("run.phase.prepare") : look.detail();
        case START ->
            Messages.get(
                "run.phase.start",
                Math.min(request.run().workers(), look.ready() + 1),
                request.run().workers());
        case WARM_UP -> Messages.get("run.phase.warm-up");
        case MEASURE -> Messages.get("run.phase.measure");
      };
    }
    var done = Messages.get("study.progress", look.runs().size(), request.runs());
    var left = model.secondsLeft(look);
    return left.isPresent() && !look.runs().isEmpty()
        ? Messages.get("study.progress.left", done, RunWords.remaining(left.getAsDouble()))
        : done;
  }
}
