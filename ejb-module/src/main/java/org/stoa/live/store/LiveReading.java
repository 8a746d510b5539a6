package org.stoa.live.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Keeps the one reader of this node at work from the start of the application to its end. */
@Startup
@DependsOn("SettingsCheck")
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class LiveReading {

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService executor;

  @Inject private TopicReader reader;

  @PostConstruct
  void begin() {
    executor.execute(reader);
  }

  @PreDestroy
  void end() {
    reader.close();
  }
}
