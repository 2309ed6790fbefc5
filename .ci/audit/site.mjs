// The finished site that is looked at: the folder named by SITE.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

if (!process.env.SITE) throw new Error('SITE must name the folder of a finished site: .ci/audit/run builds one')

export const folder = process.env.SITE

// root is the folder's address. The characters of its path that mean something
// in addresses are written in their percent form, as browsers do it themselves.
export const root = pathToFileURL(join(folder, '/')).href

export const home = root + 'index.html'
