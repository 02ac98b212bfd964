package dev.mixpaneldata.lake;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;

/** A request about one lake. */
@WithBuilder
public record LakeRequest(@Param(help = "The lake's folder") Path lake)
    implements LakeRequestBuilder.With {
  public LakeRequest {
    lake = LakeFolder.check(lake);
  }

  /** Creates a request about the lake in this folder. */
  public static LakeRequest of(Path lake) {
    return new LakeRequest(lake);
  }
}
