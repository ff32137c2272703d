import "node:module";
import { resolve } from "node:path";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
// electron.vite.config.ts
const at = (path) => resolve(import.meta.dirname, path);
/** Native packages stay outside the bundles; everything else main needs is inside, so the packaged app has no node_modules but these. */
const NATIVE = [
	"electron",
	"better-sqlite3-multiple-ciphers",
	"@napi-rs/keyring"
];
/** The licence texts of what a bundle holds, written beside it: they ship with it. */
const license = { fileName: "third-party-licences.md" };
var electron_vite_config_default = defineConfig({
	main: {
		plugins: [lingui()],
		resolve: { alias: { open: at("main/identity/key-vault/sdk-browser.ts") } },
		build: {
			target: "node20.18",
			outDir: "out/main",
			license,
			externalizeDeps: false,
			rolldownOptions: {
				external: NATIVE,
				input: {
					index: at("main/index.ts"),
					"keychain-process": at("main/secrets/keychain-process.ts"),
					"store-process": at("main/app/store-process.ts"),
					"sync-process": at("main/incidents/sync-process.ts"),
					"hunting-process": at("main/hunting/hunting-process.ts"),
					"sandbox-process": at("main/app/sandbox-process.ts")
				},
				output: {
					format: "cjs",
					entryFileNames: "[name].cjs",
					chunkFileNames: "chunks/[name]-[hash].cjs"
				}
			}
		}
	},
	preload: { build: {
		target: "node20.18",
		outDir: "out/preload",
		externalizeDeps: false,
		isolatedEntries: true,
		rolldownOptions: {
			external: ["electron"],
			input: {
				index: at("preload/index.ts"),
				"secret-prompt": at("preload/secret-prompt.ts")
			},
			output: {
				format: "cjs",
				entryFileNames: "[name].cjs"
			}
		}
	} },
	renderer: {
		root: at("renderer"),
		base: "./",
		plugins: [react(), lingui()],
		build: {
			target: "chrome130",
			outDir: at("out/renderer"),
			license,
			minify: true,
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			rolldownOptions: { input: {
				index: at("renderer/index.html"),
				"secret-prompt": at("renderer/secret-prompt/index.html")
			} }
		}
	}
});
export { electron_vite_config_default as default };

//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiZWxlY3Ryb24udml0ZS5jb25maWcuanMiLCJuYW1lcyI6W10sInNvdXJjZXMiOlsiL3dvcmsvd3QvbGFuZ3VhZ2UvZWxlY3Ryb24udml0ZS5jb25maWcudHMiXSwic291cmNlc0NvbnRlbnQiOlsiaW1wb3J0IHsgcmVzb2x2ZSB9IGZyb20gJ25vZGU6cGF0aCc7XG5pbXBvcnQgeyBsaW5ndWkgfSBmcm9tICdAbGluZ3VpL3ZpdGUtcGx1Z2luJztcbmltcG9ydCByZWFjdCBmcm9tICdAdml0ZWpzL3BsdWdpbi1yZWFjdCc7XG5pbXBvcnQgeyBkZWZpbmVDb25maWcgfSBmcm9tICdlbGVjdHJvbi12aXRlJztcblxuY29uc3QgYXQgPSAocGF0aDogc3RyaW5nKSA9PiByZXNvbHZlKGltcG9ydC5tZXRhLmRpcm5hbWUsIHBhdGgpO1xuXG4vKiogTmF0aXZlIHBhY2thZ2VzIHN0YXkgb3V0c2lkZSB0aGUgYnVuZGxlczsgZXZlcnl0aGluZyBlbHNlIG1haW4gbmVlZHMgaXMgaW5zaWRlLCBzbyB0aGUgcGFja2FnZWQgYXBwIGhhcyBubyBub2RlX21vZHVsZXMgYnV0IHRoZXNlLiAqL1xuY29uc3QgTkFUSVZFID0gWydlbGVjdHJvbicsICdiZXR0ZXItc3FsaXRlMy1tdWx0aXBsZS1jaXBoZXJzJywgJ0BuYXBpLXJzL2tleXJpbmcnXTtcblxuLyoqIFRoZSBsaWNlbmNlIHRleHRzIG9mIHdoYXQgYSBidW5kbGUgaG9sZHMsIHdyaXR0ZW4gYmVzaWRlIGl0OiB0aGV5IHNoaXAgd2l0aCBpdC4gKi9cbmNvbnN0IGxpY2Vuc2UgPSB7IGZpbGVOYW1lOiAndGhpcmQtcGFydHktbGljZW5jZXMubWQnIH07XG5cbmV4cG9ydCBkZWZhdWx0IGRlZmluZUNvbmZpZyh7XG4gIG1haW46IHtcbiAgICBwbHVnaW5zOiBbbGluZ3VpKCldLFxuICAgIC8vIFRoZSBBenVyZSBTREsgb3BlbnMgdGhlIGJyb3dzZXIgd2l0aCB0aGlzIHBhY2thZ2U7IG91cnMgaGFuZHMgdGhlIGFkZHJlc3MgdG8gdGhlIG9uZSBkb29yIGZvciBsaW5rcy5cbiAgICByZXNvbHZlOiB7IGFsaWFzOiB7IG9wZW46IGF0KCdtYWluL2lkZW50aXR5L2tleS12YXVsdC9zZGstYnJvd3Nlci50cycpIH0gfSxcbiAgICBidWlsZDoge1xuICAgICAgdGFyZ2V0OiAnbm9kZTIwLjE4JyxcbiAgICAgIG91dERpcjogJ291dC9tYWluJyxcbiAgICAgIGxpY2Vuc2UsXG4gICAgICBleHRlcm5hbGl6ZURlcHM6IGZhbHNlLFxuICAgICAgcm9sbGRvd25PcHRpb25zOiB7XG4gICAgICAgIGV4dGVybmFsOiBOQVRJVkUsXG4gICAgICAgIGlucHV0OiB7XG4gICAgICAgICAgaW5kZXg6IGF0KCdtYWluL2luZGV4LnRzJyksXG4gICAgICAgICAgJ2tleWNoYWluLXByb2Nlc3MnOiBhdCgnbWFpbi9zZWNyZXRzL2tleWNoYWluLXByb2Nlc3MudHMnKSxcbiAgICAgICAgICAnc3RvcmUtcHJvY2Vzcyc6IGF0KCdtYWluL2FwcC9zdG9yZS1wcm9jZXNzLnRzJyksXG4gICAgICAgICAgJ3N5bmMtcHJvY2Vzcyc6IGF0KCdtYWluL2luY2lkZW50cy9zeW5jLXByb2Nlc3MudHMnKSxcbiAgICAgICAgICAnaHVudGluZy1wcm9jZXNzJzogYXQoJ21haW4vaHVudGluZy9odW50aW5nLXByb2Nlc3MudHMnKSxcbiAgICAgICAgICAnc2FuZGJveC1wcm9jZXNzJzogYXQoJ21haW4vYXBwL3NhbmRib3gtcHJvY2Vzcy50cycpLFxuICAgICAgICB9LFxuICAgICAgICBvdXRwdXQ6IHsgZm9ybWF0OiAnY2pzJywgZW50cnlGaWxlTmFtZXM6ICdbbmFtZV0uY2pzJywgY2h1bmtGaWxlTmFtZXM6ICdjaHVua3MvW25hbWVdLVtoYXNoXS5janMnIH0sXG4gICAgICB9LFxuICAgIH0sXG4gIH0sXG4gIHByZWxvYWQ6IHtcbiAgICBidWlsZDoge1xuICAgICAgdGFyZ2V0OiAnbm9kZTIwLjE4JyxcbiAgICAgIG91dERpcjogJ291dC9wcmVsb2FkJyxcbiAgICAgIGV4dGVybmFsaXplRGVwczogZmFsc2UsXG4gICAgICAvLyBBIHNhbmRib3hlZCBwcmVsb2FkIG11c3QgYmUgb25lIENvbW1vbkpTIGZpbGU6IGl0IGNhbm5vdCBsb2FkIGEgc2hhcmVkIGNodW5rLlxuICAgICAgaXNvbGF0ZWRFbnRyaWVzOiB0cnVlLFxuICAgICAgcm9sbGRvd25PcHRpb25zOiB7XG4gICAgICAgIGV4dGVybmFsOiBbJ2VsZWN0cm9uJ10sXG4gICAgICAgIGlucHV0OiB7IGluZGV4OiBhdCgncHJlbG9hZC9pbmRleC50cycpLCAnc2VjcmV0LXByb21wdCc6IGF0KCdwcmVsb2FkL3NlY3JldC1wcm9tcHQudHMnKSB9LFxuICAgICAgICBvdXRwdXQ6IHsgZm9ybWF0OiAnY2pzJywgZW50cnlGaWxlTmFtZXM6ICdbbmFtZV0uY2pzJyB9LFxuICAgICAgfSxcbiAgICB9LFxuICB9LFxuICByZW5kZXJlcjoge1xuICAgIHJvb3Q6IGF0KCdyZW5kZXJlcicpLFxuICAgIGJhc2U6ICcuLycsXG4gICAgcGx1Z2luczogW3JlYWN0KCksIGxpbmd1aSgpXSxcbiAgICBidWlsZDoge1xuICAgICAgdGFyZ2V0OiAnY2hyb21lMTMwJyxcbiAgICAgIG91dERpcjogYXQoJ291dC9yZW5kZXJlcicpLFxuICAgICAgbGljZW5zZSxcbiAgICAgIG1pbmlmeTogdHJ1ZSxcbiAgICAgIGFzc2V0c0lubGluZUxpbWl0OiAwLFxuICAgICAgbW9kdWxlUHJlbG9hZDogeyBwb2x5ZmlsbDogZmFsc2UgfSxcbiAgICAgIHJvbGxkb3duT3B0aW9uczogeyBpbnB1dDogeyBpbmRleDogYXQoJ3JlbmRlcmVyL2luZGV4Lmh0bWwnKSwgJ3NlY3JldC1wcm9tcHQnOiBhdCgncmVuZGVyZXIvc2VjcmV0LXByb21wdC9pbmRleC5odG1sJykgfSB9LFxuICAgIH0sXG4gIH0sXG59KTtcbiJdLCJtYXBwaW5ncyI6Ijs7Ozs7O0FBS0EsTUFBTSxNQUFNLFNBQWlCLFFBQVEsWUFBWSxTQUFTLElBQUk7O0FBRzlELE1BQU0sU0FBUztDQUFDO0NBQVk7Q0FBbUM7QUFBa0I7O0FBR2pGLE1BQU0sVUFBVSxFQUFFLFVBQVUsMEJBQTBCO0FBRXRELElBQUEsK0JBQWUsYUFBYTtDQUMxQixNQUFNO0VBQ0osU0FBUyxDQUFDLE9BQU8sQ0FBQztFQUVsQixTQUFTLEVBQUUsT0FBTyxFQUFFLE1BQU0sR0FBRyx3Q0FBd0MsRUFBRSxFQUFFO0VBQ3pFLE9BQU87R0FDTCxRQUFRO0dBQ1IsUUFBUTtHQUNSO0dBQ0EsaUJBQWlCO0dBQ2pCLGlCQUFpQjtJQUNmLFVBQVU7SUFDVixPQUFPO0tBQ0wsT0FBTyxHQUFHLGVBQWU7S0FDekIsb0JBQW9CLEdBQUcsa0NBQWtDO0tBQ3pELGlCQUFpQixHQUFHLDJCQUEyQjtLQUMvQyxnQkFBZ0IsR0FBRyxnQ0FBZ0M7S0FDbkQsbUJBQW1CLEdBQUcsaUNBQWlDO0tBQ3ZELG1CQUFtQixHQUFHLDZCQUE2QjtJQUNyRDtJQUNBLFFBQVE7S0FBRSxRQUFRO0tBQU8sZ0JBQWdCO0tBQWMsZ0JBQWdCO0lBQTJCO0dBQ3BHO0VBQ0Y7Q0FDRjtDQUNBLFNBQVMsRUFDUCxPQUFPO0VBQ0wsUUFBUTtFQUNSLFFBQVE7RUFDUixpQkFBaUI7RUFFakIsaUJBQWlCO0VBQ2pCLGlCQUFpQjtHQUNmLFVBQVUsQ0FBQyxVQUFVO0dBQ3JCLE9BQU87SUFBRSxPQUFPLEdBQUcsa0JBQWtCO0lBQUcsaUJBQWlCLEdBQUcsMEJBQTBCO0dBQUU7R0FDeEYsUUFBUTtJQUFFLFFBQVE7SUFBTyxnQkFBZ0I7R0FBYTtFQUN4RDtDQUNGLEVBQ0Y7Q0FDQSxVQUFVO0VBQ1IsTUFBTSxHQUFHLFVBQVU7RUFDbkIsTUFBTTtFQUNOLFNBQVMsQ0FBQyxNQUFNLEdBQUcsT0FBTyxDQUFDO0VBQzNCLE9BQU87R0FDTCxRQUFRO0dBQ1IsUUFBUSxHQUFHLGNBQWM7R0FDekI7R0FDQSxRQUFRO0dBQ1IsbUJBQW1CO0dBQ25CLGVBQWUsRUFBRSxVQUFVLE1BQU07R0FDakMsaUJBQWlCLEVBQUUsT0FBTztJQUFFLE9BQU8sR0FBRyxxQkFBcUI7SUFBRyxpQkFBaUIsR0FBRyxtQ0FBbUM7R0FBRSxFQUFFO0VBQzNIO0NBQ0Y7QUFDRixDQUFDIn0=