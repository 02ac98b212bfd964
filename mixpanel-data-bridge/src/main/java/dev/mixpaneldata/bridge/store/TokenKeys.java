package dev.mixpaneldata.bridge.store;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that stored grants are encrypted with. The first that there is: {@code MP_TOKEN_KEY} (32
 * bytes as base64, or a passphrase), the system's keyring, a private file beside the grants. Each
 * sealed file names its source, so that a later source does not hide an earlier one.
 */
public final class TokenKeys {
  /** What OWASP advises for PBKDF2 with HMAC-SHA-256. */
  private static final int ROUNDS = 600_000;

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Where a key comes from. */
  public enum Source {
    /** {@code MP_TOKEN_KEY} of the environment. */
    ENVIRONMENT,
    /** The system's keyring. */
    KEYRING,
    /** A private file, which protects only against copies of the grants alone. */
    FILE
  }

  private final Map<String, String> environment;
  private final PrivateFile file;
  private final Keyring keyring;
  private final Map<String, SecretKey> made = new ConcurrentHashMap<>();

  /**
   * @param folder where the grants are
   */
  public TokenKeys(Map<String, String> environment, Path folder) {
    this.environment = Map.copyOf(environment);
    this.file = new PrivateFile(folder.resolve("token.key"));
    this.keyring = new Keyring(this.environment);
  }

  /** The source that new grants are encrypted with. Makes a key where there is none yet. */
  public Source preferred() {
    if (given().isPresent()) {
      return Source.ENVIRONMENT;
    }
    if (made.containsKey(Source.KEYRING.name())) {
      return Source.KEYRING;
    }
    if (made.containsKey(Source.FILE.name()) || file.read().isPresent()) {
      return Source.FILE;
    }
    Optional<String> kept = keyring.find();
    String fresh = kept.orElseGet(TokenKeys::random);
    if (kept.isPresent() || keyring.put(fresh)) {
      made.put(Source.KEYRING.name(), key(fresh));
      return Source.KEYRING;
    }
    file.writeIfAbsent(random() + "\n");
    return Source.FILE;
  }

  /** The key of a source; the salt counts for passphrases only. */
  SecretKey key(Source source, byte[] salt) {
    return switch (source) {
      case ENVIRONMENT -> {
        String text = given().orElseThrow(() -> missing("MP_TOKEN_KEY, which is not set"));
        String id = source + Base64.getEncoder().encodeToString(salt);
        yield made.computeIfAbsent(
            id, i -> bytes(text).isPresent() ? key(text) : derived(text, salt));
      }
      case KEYRING ->
          made.computeIfAbsent(
              source.name(),
              i ->
                  key(
                      keyring
                          .find()
                          .orElseThrow(
                              () ->
                                  missing("a key of the system's keyring, which cannot be read"))));
      case FILE ->
          made.computeIfAbsent(
              source.name(),
              i ->
                  key(
                      file.read()
                          .orElseThrow(
                              () -> missing("the key in " + file.path() + ", which is gone"))
                          .strip()));
    };
  }

  private Optional<String> given() {
    return Optional.ofNullable(environment.get("MP_TOKEN_KEY"))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static SecretKey key(String base64) {
    return new SecretKeySpec(
        bytes(base64).orElseThrow(() -> missing("a key that is damaged")), "AES");
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == BYTES ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException passphrase) {
      return Optional.empty();
    }
  }

  private static SecretKey derived(String passphrase, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, BYTES * 8);
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new SecretKeySpec(bytes, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA256", e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
  }

  private static MixpanelDataException missing(String what) {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID,
        "The stored sign-in is encrypted with " + what + ".",
        "Restore the key, or connect again.");
  }
}
