package speedup.ipc;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;

/** The tests that kill processes at random moments, with two hundred kills of each. */
@Tag("stress")
@EnabledOnOs(OS.LINUX)
class KillStressTest {
  private static final int KILLS = 200;

  @TestFactory
  Stream<DynamicTest> nobodyHangsHoweverOftenSomebodyIsKilled() {
    var locks = new LockDeathTest();
    Supplier<BaseLock> lock = ProcessLock::new;
    Supplier<BaseLock> again = ProcessRLock::new;
    return Map.<String, Executable>of(
            "holder of a lock", () -> locks.aKilledHolderHangsNobodyAndTheNextOneIsTold(lock),
            "holder of a reentrant lock",
                () -> locks.aKilledHolderHangsNobodyAndTheNextOneIsTold(again),
            "waiter for a lock", () -> locks.aKilledWaiterHangsNobody(lock),
            "user of a semaphore", new ProcessSemaphoreTest()::permitsOfTheKilledReturn,
            "waiter for an event", new ProcessEventTest()::aKilledWaiterHangsNobody,
            "waiter for a condition",
                new ProcessConditionTest()::aNotificationOfTheKilledGoesToTheNext,
            "party of a barrier", new ProcessBarrierTest()::aKilledPartyBreaksIt,
            "sender of a pipe", new PipeDeathTest()::aKilledSenderLosesNothingThatItHadSent,
            "receiver of a pipe", new PipeDeathTest()::aKilledReceiverLosesAtMostOneMessage)
        .entrySet()
        .stream()
        .map(test -> dynamicTest(test.getKey(), () -> Child.withKills(KILLS, test.getValue())));
  }
}
