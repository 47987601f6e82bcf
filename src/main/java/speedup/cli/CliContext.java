package speedup.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.experiment.RunRequest;
import speedup.history.RunStore;
import speedup.workload.Workload;

/**
 * What the commands work with.
 *
 * @param out results
 * @param err errors and progress
 * @param terminal whether a person watches, so that progress is drawn
 * @param workloads what can be run, in the order in which it is offered
 * @param labs opens the lab; called once, by a command that runs something
 * @param histories opens the history; called once, by a command that keeps or shows runs
 * @param concepts opens the concept lab; called once, by a command that performs a stage
 * @param logicalCores of this machine
 * @param usualWorkers what the person chose in the settings, where nothing else is said
 * @param version of the program
 */
public record CliContext(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Supplier<List<Workload>> workloads,
    Supplier<Lab> labs,
    Supplier<RunStore.Opened> histories,
    Supplier<ConceptLab> concepts,
    IntSupplier logicalCores,
    Supplier<OptionalInt> usualWorkers,
    String version) {
  /** How many workers to use where nothing is said: a speedup needs two at least. */
  int workers() {
    var usual = usualWorkers.get().orElseGet(() -> Math.max(2, logicalCores.getAsInt()));
    return Math.min(usual, RunRequest.MAX_WORKERS);
  }

  /** The workload with this id. */
  Workload workload(String id) throws CliException {
    var all = workloads.get();
    var found = all.stream().filter(workload -> workload.id().equals(id)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    var guess = Closest.to(id, all.stream().map(Workload::id).toList());
    throw new CliException(
        CliException.USAGE,
        "there is no workload \"%s\"%s; \"speedup list\" shows all of them"
            .formatted(id, guess.map(name -> ", did you mean \"" + name + "\"?").orElse("")));
  }
}
