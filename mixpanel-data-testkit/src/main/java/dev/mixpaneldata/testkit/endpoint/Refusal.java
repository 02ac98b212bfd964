package dev.mixpaneldata.testkit.endpoint;

/** A refusal of a request, answered with an error in the shape of its family. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** Creates a refusal with a status of 4xx or 5xx and the text that the client gets. */
  public Refusal(int status, String text) {
    super(text);
    this.status = status;
  }

  /** Returns a refusal with status 400. */
  static Refusal badRequest(String text) {
    return new Refusal(400, text);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the text that the client gets. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
