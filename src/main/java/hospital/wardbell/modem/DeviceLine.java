package hospital.wardbell.modem;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A serial device or pseudo-terminal with eight bits, no parity and one stop bit, read with no
/// time limit. Its speed is the one that was said: trying others hangs some modems.
///
/// The library resolves links when it names the port, and its `isOpen` stays true after a hang-up,
/// so each opening names the port anew and only reads and writes tell whether it is alive.
final class DeviceLine implements SerialLine {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int NOT_PERMITTED = 1;
  private static final int NO_SUCH_DEVICE = 2;
  private static final int LOCKED = 11;
  private static final int ACCESS_DENIED = 13;
  private static final int BUSY = 16;
  private static final int BOTH_WIRES =
      SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;

  private final SerialPort port;

  private DeviceLine(SerialPort port) {
    this.port = port;
  }

  static DeviceLine open(LineAddress.Device address, Cable cable) {
    if (!Files.exists(address.path())) {
      throw new ModemFault(ModemFault.Kind.NOT_PLUGGED_IN, notThere(address));
    }
    SerialPort port = named(address);
    port.setComPortParameters(cable.speed(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(
        switch (cable.flow()) {
          case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
          case RTS_CTS -> BOTH_WIRES;
        });
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
    if (!port.openPort()) {
      throw new ModemFault(ModemFault.Kind.NO_LINE, refusal(address, port.getLastErrorCode()));
    }
    return new DeviceLine(port);
  }

  private static SerialPort named(LineAddress.Device address) {
    try {
      return SerialPort.getCommPort(address.path().toString());
    } catch (SerialPortInvalidPortException e) {
      throw new ModemFault(ModemFault.Kind.NOT_PLUGGED_IN, notThere(address), e);
    } catch (LinkageError e) {
      throw new ModemFault(ModemFault.Kind.NO_LINE, Trouble.of(Trouble.Kind.NO_SERIAL_LIBRARY), e);
    }
  }

  private static Trouble refusal(LineAddress.Device address, int errno) {
    return switch (errno) {
      case NO_SUCH_DEVICE ->
          Files.exists(address.path()) ? inUse(address) : notThere(address); // 2 also means locked
      case LOCKED, BUSY -> inUse(address);
      case NOT_PERMITTED, ACCESS_DENIED ->
          Trouble.of(Trouble.Kind.NOT_PERMITTED, address.toString());
      default -> Trouble.of(Trouble.Kind.NOT_OPENED, address.toString(), String.valueOf(errno));
    };
  }

  private static Trouble notThere(LineAddress.Device address) {
    return Trouble.of(Trouble.Kind.NOT_THERE, address.toString());
  }

  private static Trouble inUse(LineAddress.Device address) {
    String path = address.toString();
    return Holder.of(address.path(), PROCESSES)
        .map(program -> Trouble.of(Trouble.Kind.IN_USE_BY, path, program))
        .orElseGet(() -> Trouble.of(Trouble.Kind.IN_USE, path));
  }

  @Override
  public int read(byte[] into) {
    int count = port.readBytes(into, into.length);
    return count > 0 ? count : -1;
  }

  @Override
  public void write(byte[] octets) throws IOException {
    int count = port.writeBytes(octets, octets.length);
    if (count != octets.length) {
      throw new IOException("the device took " + count + " of " + octets.length + " octets");
    }
  }

  @Override
  public void close() {
    boolean _ = port.closePort();
  }
}
