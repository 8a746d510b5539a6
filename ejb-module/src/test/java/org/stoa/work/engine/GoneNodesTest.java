package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Ids;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.Nodes;

class GoneNodesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final CountedReloads topics = new CountedReloads();
  private Nodes nodes;
  private GoneNodes gone;

  @BeforeEach
  void aHouseWhereNobodyIsMissing() {
    nodes = new Nodes(new Jdbc(database.application()));
    gone = new GoneNodes(nodes, topics);
    gone.look();
    topics.reloads = 0;
  }

  @Test
  void tellsEveryoneToReloadOnceForANodeThatIsGone() {
    UUID node = aNode();
    gone.look();
    assertThat(topics.reloads).isZero();

    nodes.leave(node);
    gone.look();
    gone.look();

    assertThat(topics.reloads).isEqualTo(1);
  }

  @Test
  void noticesANodeThatCameAndWentBetweenTwoLooks() {
    nodes.leave(aNode());

    gone.look();

    assertThat(topics.reloads).isEqualTo(1);
  }

  private UUID aNode() {
    UUID id = Ids.next();
    nodes.heartbeat(id, "node-" + id, Instant.EPOCH, Duration.ofMinutes(10), "[]");
    return id;
  }

  /** Only counts. */
  private static final class CountedReloads extends LiveTopics {

    private int reloads;

    @Override
    public void reloadAll() {
      reloads++;
    }
  }
}
