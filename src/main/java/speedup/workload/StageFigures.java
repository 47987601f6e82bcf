package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a stage of a pipeline did in one run. Shares are of the time of all its processes.
 *
 * @param name for people
 * @param processes how many had this stage alone; 0 where one process did all stages
 * @param rows how many went through it, those that went twice counted twice
 * @param busy share of the time in which it worked
 * @param input share in which it waited for something to work on
 * @param room share in which it waited for room for what it had made
 * @param done share in which it had nothing more to do and waited for the others
 */
record StageFigures(
    String name, int processes, long rows, double busy, double input, double room, double done) {
  static final String[] NAMES = {"fetch", "transform", "save"};

  static StageFigures of(PipelineState state, int stage, int processes, long nanos) {
    var all = (double) Math.max(1, nanos) * Math.max(1, processes);
    return new StageFigures(
        NAMES[stage],
        processes,
        state.number(stage, PipelineState.ROWS),
        state.number(stage, PipelineState.BUSY) / all,
        state.number(stage, PipelineState.INPUT) / all,
        state.number(stage, PipelineState.ROOM) / all,
        state.number(stage, PipelineState.DONE) / all);
  }

  /** The stage that the others wait for: the one that is busiest, once one of them was busy. */
  static OptionalInt bottleneck(List<StageFigures> stages) {
    return IntStream.range(0, stages.size())
        .filter(stage -> stages.get(stage).busy() > 0)
        .reduce((a, b) -> stages.get(b).busy() > stages.get(a).busy() ? b : a);
  }

  FlowLook.Stage look() {
    return new FlowLook.Stage(name, processes, busy, input, room);
  }

  Map<String, Object> inValues() {
    var values = new LinkedHashMap<String, Object>();
    values.put("stage", name);
    values.put("processes", processes);
    values.put("rows", rows);
    values.put("busy", busy);
    values.put("waitingForInput", input);
    values.put("waitingForRoom", room);
    values.put("done", done);
    return values;
  }
}
