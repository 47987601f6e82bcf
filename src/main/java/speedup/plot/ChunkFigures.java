package speedup.plot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import speedup.plot.PlaceFigureChart.Kind;
import speedup.scaling.ChunkStudy;
import speedup.scaling.TimeShares;
import speedup.scaling.TimeShares.Part;

/** The small charts of a study of chunk sizes: what small chunks cost, and what large ones. */
final class ChunkFigures {
  private ChunkFigures() {}

  static List<PlaceFigureChart> all(ChunkStudy study) {
    return List.of(
        chart(study, Kind.NOT_COMPUTING, Part.NOT_COMPUTING),
        chart(study, Kind.SERIALISE, Part.SERIALISE),
        chart(study, Kind.WAITING, Part.WAITING),
        chart(study, Kind.IDLE_TAIL, Part.IDLE_TAIL));
  }

  private static PlaceFigureChart chart(ChunkStudy study, Kind kind, Part part) {
    var place =
        new PlaceFigureChart.Place(
            PlaceFigureChart.Over.CHUNKS,
            new ChunkChart(study, OptionalLong.empty())
                .xAxis()
                .named(Texts.say("chunks.axis.small")),
            0,
            0,
            OptionalDouble.empty());
    var points =
        study.points().stream()
            .flatMap(at ->
                Measured.bare(at.chunkItems(), study.engine(), TimeShares.of(part, at.runs()))
                    .stream())
            .toList();
    return new PlaceFigureChart(kind, place, points, Texts.say("figure.noShares"));
  }
}
