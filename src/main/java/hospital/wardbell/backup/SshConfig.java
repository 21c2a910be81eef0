package hospital.wardbell.backup;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;

/// What we agree to with a server: what OpenSSH has had for ten years, all of it in the JDK, and
/// nothing older.
final class SshConfig extends DefaultConfig {
  SshConfig() {
    setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
  }

  @Override
  protected void initKeyExchangeFactories() {
    setKeyExchangeFactories(
        SshKeys.hasX25519()
            ? List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256())
            : List.of(new ECDHNistP.Factory256()));
  }

  @Override
  protected void initKeyAlgorithms() {
    setKeyAlgorithms(
        List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256()));
  }

  @Override
  protected void initCipherFactories() {
    setCipherFactories(
        List.of(GcmCiphers.AES256GCM(), GcmCiphers.AES128GCM(), BlockCiphers.AES256CTR()));
  }

  @Override
  protected void initMACFactories() {
    setMACFactories(
        List.of(
            Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512()));
  }

  @Override
  protected void initCompressionFactories() {
    setCompressionFactories(List.of(new NoneCompression.Factory()));
  }

  @Override
  protected void initFileKeyProviderFactories() {
    setFileKeyProviderFactories(List.of()); // our keys are in no files
  }
}
