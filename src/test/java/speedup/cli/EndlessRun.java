package speedup.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** A program of its own: a run that ends only when its process is told to end. */
final class EndlessRun {
  private EndlessRun() {}

  /** Prints "running" once the run is under way, and "closed" when the lab is closed. */
  public static void main(String[] args) {
    var lab =
        new ScriptedLab(
            _ -> {
              System.out.println("running");
              return new CompletableFuture<>();
            }) {
          @Override
          public void close() {
            if (!closed) {
              System.out.println("closed");
            }
            super.close();
          }
        };
    var context =
        new CliContext(
            System.out,
            System.err,
            false,
            () -> List.of(new NumbersWorkload()),
            () -> lab,
            CliRig::noHistory,
            CliRig::concepts,
            () -> 2,
            OptionalInt::empty,
            "");
    System.exit(Cli.run(List.of("run", "numbers-file"), context));
  }
}
