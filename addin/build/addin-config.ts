import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { copyOfficeJs, officeJsAddress, type OfficeJsSource } from './office-js.ts';
import { commonConfig } from './common-config.ts';
import { headPlugin } from './head-plugin.ts';
import { contentSecurityPolicy } from './security-policy.ts';

/** The pages that Excel opens: the pane and the page of the ribbon's commands. */
export function addinConfig(root: string, outDir: string, officeJs: OfficeJsSource): InlineConfig {
  const common = commonConfig(root, outDir);
  return {
    ...common,
    build: {
      ...common.build,
      rolldownOptions: {
        input: { taskpane: join(root, 'addin/taskpane.html'), commands: join(root, 'addin/commands.html') },
      },
    },
    plugins: [
      headPlugin(contentSecurityPolicy(officeJs), officeJsAddress(officeJs)),
      {
        name: 'chitieu:office-js',
        apply: 'build',
        async closeBundle() {
          if (officeJs === 'local') await copyOfficeJs(outDir);
        },
      },
    ],
  };
}
