package dev.mixpaneldata.bridge.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts a text with AES-GCM. What it belongs to is bound to it: a sealed text that is copied to
 * another server's place does not open there.
 */
final class Seal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;
  private static final int SALT_BYTES = 16;

  private final TokenKeys keys;
  private final String belongsTo;

  /** Kept while the file is: a key is derived from a passphrase slowly, once for each salt. */
  private volatile byte @Nullable [] knownSalt;

  Seal(TokenKeys keys, String belongsTo) {
    this.keys = keys;
    this.belongsTo = belongsTo;
  }

  String close(String text) {
    TokenKeys.Source source = keys.preferred();
    byte[] known = knownSalt;
    byte[] salt = known == null ? random(SALT_BYTES) : known;
    knownSalt = salt;
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, source, salt, nonce, text.getBytes(StandardCharsets.UTF_8));
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("v", 1)
        .put("alg", "A256GCM")
        .put("key", source.name().toLowerCase(Locale.ROOT))
        .put("salt", Base64.getEncoder().encodeToString(salt))
        .put("nonce", Base64.getEncoder().encodeToString(nonce))
        .put("text", Base64.getEncoder().encodeToString(sealed));
    return file.toString() + "\n";
  }

  String open(String sealed) {
    try {
      JsonNode file = Mappers.read(sealed);
      byte[] salt = bytes(file, "salt");
      knownSalt = salt;
      byte[] plain =
          crypt(Cipher.DECRYPT_MODE, source(file), salt, bytes(file, "nonce"), bytes(file, "text"));
      return new String(plain, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static byte[] bytes(JsonNode file, String field) {
    return Base64.getDecoder().decode(file.path(field).asText());
  }

  /** Where the key of a sealed text comes from. */
  static TokenKeys.Source source(JsonNode file) {
    return TokenKeys.Source.valueOf(file.path("key").asText().toUpperCase(Locale.ROOT));
  }

  private byte[] crypt(int mode, TokenKeys.Source source, byte[] salt, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.key(source, salt), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(("mp-bridge|1|" + belongsTo).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw unreadable();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static MixpanelDataException unreadable() {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID,
        "The stored sign-in cannot be opened: its file or its key was changed.",
        "Connect again.");
  }
}
