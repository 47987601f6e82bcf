package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MacMachineTest {
  @Test
  void readsCoresMemoryAndModel() {
    assertEquals(
        new Machine(
            Optional.of("Apple M2 Pro"), OptionalInt.of(10), OptionalLong.of(17_179_869_184L)),
        MacMachine.parse("10\n17179869184\nApple M2 Pro\n"));
  }

  @Test
  void tellsNothingWhenTheSystemDoesNot() {
    var nothing = new Machine(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());

    assertEquals(nothing, MacMachine.parse(""));
    assertEquals(nothing, MacMachine.parse("sysctl: unknown oid 'hw.physicalcpu'\n1\n2\n"));
  }
}
